package org.gridtill.vault;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What is kept of a PIN: {@code 1$SALT$CODE}. The code is the AES-CMAC of an Argon2id hash under a
 * key of the card that only the vault can derive. Since a PIN has few digits, a hash alone would be
 * found by trying all of them; the key makes that impossible for whoever has the database only, and
 * the hash makes it slow for whoever has the key as well.
 */
final class PinHash {

  private static final String VERSION = "1";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int MEMORY_KIB = 19_456;

  /** When all terminals open their shifts at once, their PINs must not use up the memory. */
  private static final Semaphore AT_ONCE = new Semaphore(8, true);

  private static final int PASSES = 2;

  private PinHash() {}

  static String of(char[] pin, byte[] pepper, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return VERSION
        + '$'
        + HexFormat.of().formatHex(salt)
        + '$'
        + HexFormat.of().formatHex(code(pin, pepper, salt));
  }

  static boolean isRight(char[] pin, byte[] pepper, String hash) {
    String[] parts = hash.split("\\$");
    if (parts.length != 3 || !VERSION.equals(parts[0])) {
      throw new IllegalStateException("the hash of a PIN has an unknown form");
    }
    byte[] code = code(pin, pepper, HexFormat.of().parseHex(parts[1]));
    return MessageDigest.isEqual(code, HexFormat.of().parseHex(parts[2]));
  }

  private static byte[] code(char[] pin, byte[] pepper, byte[] salt) {
    byte[] digits = new byte[pin.length];
    for (int i = 0; i < pin.length; i++) {
      digits[i] = (byte) pin[i];
    }
    byte[] hash = new byte[HASH_BYTES];
    AT_ONCE.acquireUninterruptibly();
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withSalt(salt)
              .withMemoryAsKB(MEMORY_KIB)
              .withIterations(PASSES)
              .withParallelism(1)
              .build());
      generator.generateBytes(digits, hash);
      return CardKey.cmac(pepper, hash);
    } finally {
      AT_ONCE.release();
      Arrays.fill(digits, (byte) 0);
      Arrays.fill(hash, (byte) 0);
    }
  }
}
