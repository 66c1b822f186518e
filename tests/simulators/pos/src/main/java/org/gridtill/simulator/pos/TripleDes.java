package org.gridtill.simulator.pos;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** DES and two-key triple DES on whole blocks, as the protocol prescribes them. */
final class TripleDes {

  private static final int BLOCK = 8;

  private TripleDes() {}

  /** Enciphers whole blocks under a key of 16 bytes, each by itself. */
  static byte[] encipher(byte[] key, byte[] data) {
    return run(Cipher.ENCRYPT_MODE, "DESede", tripleLength(key), data);
  }

  /** Deciphers whole blocks under a key of 16 bytes, each by itself. */
  static byte[] decipher(byte[] key, byte[] data) {
    return run(Cipher.DECRYPT_MODE, "DESede", tripleLength(key), data);
  }

  /**
   * Returns the message authentication code of ANSI X9.19 (ISO 9797-1 algorithm 3), 8 bytes: pad
   * with zero bytes, chain all blocks through DES under the key's left half, then decipher under
   * the right half and encipher under the left.
   */
  static byte[] mac(byte[] key, byte[] data) {
    byte[] left = Arrays.copyOf(key, BLOCK);
    byte[] right = Arrays.copyOfRange(key, BLOCK, 2 * BLOCK);
    int padded = Math.max(BLOCK, (data.length + BLOCK - 1) / BLOCK * BLOCK);
    byte[] blocks = Arrays.copyOf(data, padded);
    byte[] chain = new byte[BLOCK];
    try {
      Cipher des = cipher(Cipher.ENCRYPT_MODE, "DES", left);
      for (int at = 0; at < blocks.length; at += BLOCK) {
        for (int i = 0; i < BLOCK; i++) {
          chain[i] ^= blocks[at + i];
        }
        chain = des.doFinal(chain);
      }
      byte[] deciphered = cipher(Cipher.DECRYPT_MODE, "DES", right).doFinal(chain);
      return des.doFinal(deciphered);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java runtime has no DES", e);
    }
  }

  private static byte[] tripleLength(byte[] key) {
    byte[] all = Arrays.copyOf(key, 3 * BLOCK);
    System.arraycopy(key, 0, all, 2 * BLOCK, BLOCK);
    return all;
  }

  private static byte[] run(int mode, String algorithm, byte[] key, byte[] data) {
    try {
      return cipher(mode, algorithm, key).doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("triple DES refuses", e);
    }
  }

  private static Cipher cipher(int mode, String algorithm, byte[] key)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(algorithm + "/ECB/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, algorithm));
    return cipher;
  }
}
