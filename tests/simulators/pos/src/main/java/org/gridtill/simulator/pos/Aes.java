package org.gridtill.simulator.pos;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** AES-128 on single blocks, and CMAC by the steps of RFC 4493. */
final class Aes {

  private static final int BLOCK = 16;
  private static final int POLYNOMIAL = 0x87;

  private Aes() {}

  /** Deciphers one block. */
  static byte[] decipher(byte[] key, byte[] block) {
    return run(Cipher.DECRYPT_MODE, key, block);
  }

  /** Enciphers one block. */
  static byte[] encipher(byte[] key, byte[] block) {
    return run(Cipher.ENCRYPT_MODE, key, block);
  }

  /** Returns the code of data of any length, 16 bytes. */
  static byte[] cmac(byte[] key, byte[] data) {
    byte[] subkey = twice(run(Cipher.ENCRYPT_MODE, key, new byte[BLOCK]));
    int blocks = Math.max(1, (data.length + BLOCK - 1) / BLOCK);
    byte[] padded = Arrays.copyOf(data, blocks * BLOCK);
    if (data.length < padded.length) {
      padded[data.length] = (byte) 0x80;
      subkey = twice(subkey);
    }
    xor(subkey, padded, padded.length - BLOCK);
    byte[] chain = new byte[BLOCK];
    for (int at = 0; at < padded.length; at += BLOCK) {
      xor(chain, padded, at);
      chain = run(Cipher.ENCRYPT_MODE, key, Arrays.copyOfRange(padded, at, at + BLOCK));
    }
    return chain;
  }

  private static byte[] twice(byte[] block) {
    byte[] result = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      int next = i + 1 < BLOCK ? (block[i + 1] & 0xFF) >> 7 : 0;
      result[i] = (byte) (block[i] << 1 | next);
    }
    if (block[0] < 0) {
      result[BLOCK - 1] ^= (byte) POLYNOMIAL;
    }
    return result;
  }

  private static void xor(byte[] block, byte[] data, int at) {
    for (int i = 0; i < BLOCK; i++) {
      data[at + i] ^= block[i];
    }
  }

  private static byte[] run(int mode, byte[] key, byte[] block) {
    try {
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"));
      return cipher.doFinal(block);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES refuses", e);
    }
  }
}
