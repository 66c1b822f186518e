package org.gridtill.vault;

import static org.gridtill.vault.VaultSettings.wrong;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.KeyGenerator;

/**
 * A security module's token, by the JDK's PKCS#11 provider. The keys that are made there are marked
 * sensitive and not extractable: the module uses them and never hands them out.
 */
final class Pkcs11Token {

  private static final String PROVIDER = "SunPKCS11";
  private static final int KEY_BITS = 256;

  private final Path library;
  private final int slotIndex;
  private final Sealed pin;
  private final Provider provider;

  /**
   * Opens a token.
   *
   * @throws IllegalArgumentException if there is no such library or token, naming the setting
   */
  Pkcs11Token(Path library, int slotIndex, Sealed pin) {
    this.library = library;
    this.slotIndex = slotIndex;
    this.pin = pin;
    this.provider = configure("");
  }

  /** Returns what uses the token's keys. */
  Provider provider() {
    return provider;
  }

  /** Returns the token's keys of that name, by their numbers. */
  SortedMap<Integer, Key> keys() {
    KeyStore store = login(provider);
    SortedMap<Integer, Key> keys = new TreeMap<>();
    try {
      for (String alias : Collections.list(store.aliases())) {
        int number = Keystore.number(alias);
        if (number > 0) {
          keys.put(number, store.getKey(alias, null));
        }
      }
      return keys;
    } catch (GeneralSecurityException e) {
      throw wrong("pkcs11Library", "has a token whose keys cannot be listed", e);
    }
  }

  /** Makes a key of that number, for good. */
  void generate(int number) {
    String label =
        HexFormat.of().formatHex(Keystore.alias(number).getBytes(StandardCharsets.US_ASCII));
    Provider labeling =
        configure(
            "attributes(generate, CKO_SECRET_KEY, CKK_AES) = {\n"
                + "  CKA_TOKEN = true\n  CKA_SENSITIVE = true\n  CKA_EXTRACTABLE = false\n"
                + "  CKA_LABEL = 0h"
                + label
                + "\n}\n");
    login(labeling);
    try {
      KeyGenerator generator = KeyGenerator.getInstance("AES", labeling);
      generator.init(KEY_BITS);
      generator.generateKey();
    } catch (GeneralSecurityException | ProviderException e) {
      throw wrong("pkcs11Library", "has a token that makes no AES key", e);
    }
  }

  /** Destroys the key of that number. */
  void destroy(int number) {
    try {
      login(provider).deleteEntry(Keystore.alias(number));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the security module does not destroy the key", e);
    }
  }

  @Override
  public String toString() {
    return "security module " + library + ", slot " + slotIndex;
  }

  private Provider configure(String attributes) {
    Provider plain = Security.getProvider(PROVIDER);
    if (plain == null) {
      throw wrong("masterKeys", "is pkcs11, but this Java has no PKCS#11");
    }
    String settings =
        String.join(
            "\n",
            "--name = gridtill",
            "library = \"" + library + '"',
            "slotListIndex = " + slotIndex,
            attributes);
    try {
      return plain.configure(settings);
    } catch (RuntimeException e) {
      throw wrong("pkcs11Library", library + " cannot be used, or has no such slot", e);
    }
  }

  private KeyStore login(Provider token) {
    return pin.with(
        utf8 -> {
          char[] characters = Passwords.characters(utf8);
          try {
            KeyStore store = KeyStore.getInstance("PKCS11", token);
            store.load(null, characters);
            return store;
          } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw wrong("pkcs11Library", library + " has no token that opens with the PIN", e);
          } finally {
            Arrays.fill(characters, '\0');
          }
        });
  }
}
