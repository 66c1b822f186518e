package org.gridtill.simulator.card;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** AES-CMAC (RFC 4493), which the JDK does not have, on its AES. */
final class Cmac {

  static final int BLOCK = 16;

  private static final int REDUCTION = 0x87;

  private Cmac() {}

  /** Returns the 16 bytes of the code. */
  static byte[] of(byte[] key, byte[] message) {
    byte[] subkey = doubled(encrypt(key, new byte[BLOCK]));
    boolean whole = message.length > 0 && message.length % BLOCK == 0;
    if (!whole) {
      subkey = doubled(subkey);
    }
    int blocks = Math.max(1, (message.length + BLOCK - 1) / BLOCK);
    byte[] padded = new byte[blocks * BLOCK];
    System.arraycopy(message, 0, padded, 0, message.length);
    if (!whole) {
      padded[message.length] = (byte) 0x80;
    }
    byte[] state = new byte[BLOCK];
    for (int block = 0; block < blocks; block++) {
      for (int i = 0; i < BLOCK; i++) {
        state[i] ^= padded[block * BLOCK + i];
        if (block == blocks - 1) {
          state[i] ^= subkey[i];
        }
      }
      state = encrypt(key, state);
    }
    return state;
  }

  /** Enciphers one block. */
  static byte[] encrypt(byte[] key, byte[] block) {
    try {
      // One block at a time is what this mode is made of; the chaining is done above.
      Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
      aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
      return aes.doFinal(block);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES", e);
    }
  }

  /** Doubles a number of the field with 2^128 elements. */
  private static byte[] doubled(byte[] number) {
    byte[] result = new byte[BLOCK];
    int carry = 0;
    for (int i = BLOCK - 1; i >= 0; i--) {
      int shifted = (number[i] & 0xFF) << 1 | carry;
      result[i] = (byte) shifted;
      carry = shifted >> 8;
    }
    if (carry == 1) {
      result[BLOCK - 1] ^= (byte) REDUCTION;
    }
    return result;
  }
}
