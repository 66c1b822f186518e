package org.gridtill.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.DESKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.macs.ISO9797Alg3Mac;
import org.bouncycastle.crypto.params.KeyParameter;

/** Operations with double-length 3DES keys of 16 bytes, as terminals of the old kind need them. */
final class TripleDes {

  static final int KEY_BYTES = 16;
  static final int BLOCK_BYTES = 8;
  static final int CHECK_VALUE_BYTES = 4;

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

  /** Returns the first 4 bytes of a block of zeros enciphered under the key. */
  static byte[] checkValue(byte[] key) {
    return Arrays.copyOf(encipher(key, new byte[BLOCK_BYTES]), CHECK_VALUE_BYTES);
  }

  /** Enciphers whole blocks, each by itself. */
  static byte[] encipher(byte[] key, byte[] data) {
    return ecb(Cipher.ENCRYPT_MODE, key, data);
  }

  /** Deciphers whole blocks, each by itself. */
  static byte[] decipher(byte[] key, byte[] data) {
    return ecb(Cipher.DECRYPT_MODE, key, data);
  }

  /** Makes an 8 byte code by ISO 9797-1 algorithm 3, padding method 1 (ANSI X9.19). */
  static byte[] mac(byte[] key, byte[] data) {
    ISO9797Alg3Mac mac = new ISO9797Alg3Mac(new DESEngine(), BLOCK_BYTES * Byte.SIZE);
    mac.init(new KeyParameter(key));
    mac.update(data, 0, data.length);
    byte[] code = new byte[BLOCK_BYTES];
    mac.doFinal(code, 0);
    return code;
  }

  private static byte[] ecb(int mode, byte[] key, byte[] data) {
    if (data.length % BLOCK_BYTES != 0) {
      throw new IllegalArgumentException("not a multiple of 8 bytes: " + data.length);
    }
    byte[] triple = Arrays.copyOf(key, KEY_BYTES + HALF);
    System.arraycopy(key, 0, triple, KEY_BYTES, HALF);
    try {
      Cipher cipher = Cipher.getInstance("DESede/ECB/NoPadding");
      cipher.init(mode, new SecretKeySpec(triple, "DESede"));
      return cipher.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("3DES failed", e);
    } finally {
      Arrays.fill(triple, (byte) 0);
    }
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
