package org.gridtill.vault;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;

/** The settings, checked. Every complaint names the PID and the key. */
record VaultSettings(
    Path keystoreFile,
    Path passwordFile,
    boolean createIfMissing,
    Duration previousKeyLife,
    Duration cacheLife,
    int cachedTerminals) {

  static VaultSettings of(VaultConfiguration configuration) {
    return new VaultSettings(
        path("keystoreFile", configuration.keystoreFile()),
        path("passwordFile", configuration.passwordFile()),
        configuration.createIfMissing(),
        Duration.ofSeconds(
            within("previousKeySeconds", configuration.previousKeySeconds(), 0, 86_400)),
        Duration.ofSeconds(within("cacheSeconds", configuration.cacheSeconds(), 1, 3_600)),
        within("cachedTerminals", configuration.cachedTerminals(), 1, 1_000_000));
  }

  static IllegalArgumentException wrong(String key, String what) {
    return wrong(key, what, null);
  }

  static IllegalArgumentException wrong(String key, String what, Throwable cause) {
    return new IllegalArgumentException(VaultConfiguration.PID + ": " + key + " " + what, cause);
  }

  private static Path path(String key, String value) {
    if (value == null || value.isBlank()) {
      throw wrong(key, "is missing");
    }
    try {
      return Path.of(value.trim()).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw wrong(key, "is no path: " + value, e);
    }
  }

  private static int within(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw wrong(key, "must be from " + least + " to " + most + ", but is " + value);
    }
    return value;
  }
}
