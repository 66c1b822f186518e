package org.gridtill.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.spec.DESKeySpec;
import org.bouncycastle.crypto.engines.DESEngine;

/** Operations with double-length 3DES keys of 16 bytes, as terminals of the old kind need them. */
final class TripleDes {

  static final int KEY_BYTES = 16;
  static final int BLOCK_BYTES = 8;

  private static final int HALF = KEY_BYTES / 2;
  private static final int PARITY_MASK = 0xFE;

  private TripleDes() {}

  /** Makes a random key with odd parity, two different halves, and neither of them weak. */
  static byte[] generate(SecureRandom random) {
    byte[] key = new byte[KEY_BYTES];
    do {
      random.nextBytes(key);
      setOddParity(key);
    } while (halvesAreEqual(key) || isWeak(key, 0) || isWeak(key, HALF));
    return key;
  }

  /**
   * Tells whether the two halves are the same key, so that 3DES would be no more than single DES.
   * The lowest bit of each byte is parity and makes no difference.
   */
  static boolean halvesAreEqual(byte[] key) {
    int difference = 0;
    for (int i = 0; i < HALF; i++) {
      difference |= (key[i] ^ key[HALF + i]) & PARITY_MASK;
    }
    return difference == 0;
  }

  /** Enciphers whole blocks, each by itself. */
  static byte[] encipher(byte[] key, byte[] data) {
    return des(key, 0, true, des(key, HALF, false, des(key, 0, true, data)));
  }

  /** Deciphers whole blocks, each by itself. */
  static byte[] decipher(byte[] key, byte[] data) {
    return des(key, 0, false, des(key, HALF, true, des(key, 0, false, data)));
  }

  /** Adds zeros up to a multiple of a block; one block of them if there are no data. */
  static byte[] pad(byte[] data) {
    int blocks = Math.max(1, (data.length + BLOCK_BYTES - 1) / BLOCK_BYTES);
    return Arrays.copyOf(data, blocks * BLOCK_BYTES);
  }

  private static byte[] des(byte[] key, int half, boolean encipher, byte[] data) {
    return Blocks.with(
        key,
        half,
        HALF,
        parameter -> {
          DESEngine engine = new DESEngine();
          engine.init(encipher, parameter);
          return Blocks.ecb(engine, data);
        });
  }

  private static void setOddParity(byte[] key) {
    for (int i = 0; i < key.length; i++) {
      int bits = key[i] & PARITY_MASK;
      key[i] = (byte) (bits | (Integer.bitCount(bits) % 2 == 0 ? 1 : 0));
    }
  }

  private static boolean isWeak(byte[] key, int offset) {
    try {
      return DESKeySpec.isWeak(key, offset);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("not a DES key", e);
    }
  }
}
