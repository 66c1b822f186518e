package org.gridtill.vault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.KeyGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The content of a BCFKS file with master keys, under one password. */
final class Keystore {

  /** The first key's name; the later ones have their number behind it. */
  static final String ALIAS = "gridtill-vault";

  private static final int KEY_BITS = 256;

  private final Sealed password;
  private final Sealer sealer;
  private final SecureRandom random;

  Keystore(Sealed password, Sealer sealer, SecureRandom random) {
    this.password = password;
    this.sealer = sealer;
    this.random = random;
  }

  /** Makes new content out of a file's. */
  interface Change {
    byte[] apply(Path path) throws IOException;
  }

  /** Returns content with the first key. */
  byte[] first() throws IOException {
    return withPassword(
        characters -> {
          KeyStore keystore = empty();
          keystore.load(null, characters);
          put(keystore, 1, characters);
          return bytes(keystore, characters);
        });
  }

  /** Returns a file's content with one key more. */
  byte[] add(Path path) throws IOException {
    return withPassword(
        characters -> {
          KeyStore keystore = load(path, characters);
          put(keystore, numbers(keystore).lastKey() + 1, characters);
          return bytes(keystore, characters);
        });
  }

  /** Returns a file's content with its newest key only. */
  byte[] keepNewest(Path path) throws IOException {
    return withPassword(
        characters -> {
          KeyStore keystore = load(path, characters);
          SortedMap<Integer, String> numbers = numbers(keystore);
          for (String alias : numbers.headMap(numbers.lastKey()).values()) {
            keystore.deleteEntry(alias);
          }
          return bytes(keystore, characters);
        });
  }

  /** Reads the keys of a file, by their numbers. */
  Map<Integer, Sealed> read(Path path) throws IOException {
    return withPassword(
        characters -> {
          KeyStore keystore = load(path, characters);
          Map<Integer, Sealed> keys = new TreeMap<>();
          for (Map.Entry<Integer, String> each : numbers(keystore).entrySet()) {
            Key key = keystore.getKey(each.getValue(), characters);
            byte[] plain = key.getEncoded();
            keys.put(each.getKey(), sealer.seal(plain));
          }
          return keys;
        });
  }

  /** Returns the name of the key of that number. */
  static String alias(int number) {
    return number == 1 ? ALIAS : ALIAS + '-' + number;
  }

  /** Returns the number of the key of that name; 0 if it is none of ours. */
  static int number(String alias) {
    if (alias.equals(ALIAS)) {
      return 1;
    }
    return alias.matches(ALIAS + "-[0-9]{1,9}")
        ? Integer.parseInt(alias.substring(ALIAS.length() + 1))
        : 0;
  }

  private void put(KeyStore keystore, int number, char[] characters)
      throws GeneralSecurityException {
    KeyGenerator generator = KeyGenerator.getInstance("AES");
    generator.init(KEY_BITS, random);
    keystore.setKeyEntry(alias(number), generator.generateKey(), characters, null);
  }

  private static SortedMap<Integer, String> numbers(KeyStore keystore)
      throws GeneralSecurityException {
    SortedMap<Integer, String> numbers = new TreeMap<>();
    for (String alias : Collections.list(keystore.aliases())) {
      int number = number(alias);
      if (number > 0) {
        numbers.put(number, alias);
      }
    }
    return numbers;
  }

  private static KeyStore load(Path path, char[] characters)
      throws GeneralSecurityException, IOException {
    KeyStore keystore = empty();
    try (InputStream in = Files.newInputStream(path)) {
      keystore.load(in, characters);
    }
    return keystore;
  }

  private static byte[] bytes(KeyStore keystore, char[] characters)
      throws GeneralSecurityException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    keystore.store(bytes, characters);
    return bytes.toByteArray();
  }

  /** The provider is used as an object: it is not registered for the whole process. */
  private static KeyStore empty() throws GeneralSecurityException {
    return KeyStore.getInstance("BCFKS", new BouncyCastleProvider());
  }

  private interface Work<T> {
    T apply(char[] password) throws GeneralSecurityException, IOException;
  }

  private record Result<T>(T value, Exception failure) {}

  private <T> T withPassword(Work<T> work) throws IOException {
    Result<T> result =
        password.with(
            utf8 -> {
              char[] characters = Passwords.characters(utf8);
              try {
                return new Result<>(work.apply(characters), null);
              } catch (GeneralSecurityException | IOException e) {
                return new Result<>(null, e);
              } finally {
                Arrays.fill(characters, '\0');
              }
            });
    if (result.failure() != null) {
      throw new IOException(result.failure().getMessage(), result.failure());
    }
    return result.value();
  }
}
