package org.gridtill.vault;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.gridtill.api.platform.vault.Suite;
import org.gridtill.vault.Passwords.Source;

/** The settings, checked. Every complaint names the PID and the key. */
record VaultSettings(
    Place place,
    Path keystoreFile,
    Path pkcs11Library,
    int pkcs11SlotIndex,
    Source passwordFrom,
    Path passwordFile,
    boolean createIfMissing,
    Set<Suite> legacySuites,
    boolean testKeys,
    Duration previousKeyLife,
    Duration cacheLife,
    int cachedTerminals) {

  /** Where master keys are kept. */
  enum Place {
    KEYSTORE,
    PKCS11
  }

  VaultSettings {
    legacySuites = Set.copyOf(legacySuites);
  }

  static VaultSettings of(VaultConfiguration configuration) {
    Place place = word("masterKeys", configuration.masterKeys(), Place.class);
    Source source = word("passwordFrom", configuration.passwordFrom(), Source.class);
    return new VaultSettings(
        place,
        path("keystoreFile", configuration.keystoreFile(), place == Place.KEYSTORE),
        path("pkcs11Library", configuration.pkcs11Library(), place == Place.PKCS11),
        within("pkcs11SlotIndex", configuration.pkcs11SlotIndex(), 0, 1_000),
        source,
        path("passwordFile", configuration.passwordFile(), source == Source.FILE),
        configuration.createIfMissing(),
        legacy(configuration.legacySuites()),
        configuration.testKeys(),
        Duration.ofSeconds(
            within("previousKeySeconds", configuration.previousKeySeconds(), 0, 86_400)),
        Duration.ofSeconds(within("cacheSeconds", configuration.cacheSeconds(), 1, 3_600)),
        within("cachedTerminals", configuration.cachedTerminals(), 1, 1_000_000));
  }

  /** Tells whether keys of a suite work. */
  boolean usable(Suite suite) {
    return !suite.legacy() || legacySuites.contains(suite);
  }

  static IllegalArgumentException wrong(String key, String what) {
    return wrong(key, what, null);
  }

  static IllegalArgumentException wrong(String key, String what, Throwable cause) {
    return new IllegalArgumentException(VaultConfiguration.PID + ": " + key + " " + what, cause);
  }

  private static Path path(String key, String value, boolean needed) {
    if (value == null || value.isBlank()) {
      if (needed) {
        throw wrong(key, "is missing");
      }
      return null;
    }
    try {
      return Path.of(value.trim()).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw wrong(key, "is no path: " + value, e);
    }
  }

  private static <E extends Enum<E>> E word(String key, String value, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(value.trim()))
        .findFirst()
        .orElseThrow(() -> wrong(key, "is not known: " + value));
  }

  private static Set<Suite> legacy(String value) {
    Set<Suite> suites = EnumSet.noneOf(Suite.class);
    for (String word : value.split(",", -1)) {
      if (!word.isBlank()) {
        suites.add(
            Arrays.stream(Suite.values())
                .filter(Suite::legacy)
                .filter(suite -> suite.name().equals(word.trim()))
                .findFirst()
                .orElseThrow(() -> wrong("legacySuites", "is no legacy suite: " + word.trim())));
      }
    }
    return suites;
  }

  private static int within(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw wrong(key, "must be from " + least + " to " + most + ", but is " + value);
    }
    return value;
  }
}
