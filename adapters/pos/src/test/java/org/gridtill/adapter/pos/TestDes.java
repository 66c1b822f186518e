package org.gridtill.adapter.pos;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Real DES for tests, used in another way than anywhere else in the product. */
final class TestDes {

  private TestDes() {}

  /** X9.19 as DES in CBC mode over all but the last block, and triple DES over the last. */
  static byte[] mac(byte[] key, byte[] data) {
    byte[] padded = Arrays.copyOf(data, Math.max(8, (data.length + 7) / 8 * 8));
    int last = padded.length - 8;
    byte[] chain = new byte[8];
    if (last > 0) {
      byte[] chained = cbc(Arrays.copyOf(key, 8), Arrays.copyOf(padded, last));
      chain = Arrays.copyOfRange(chained, last - 8, last);
    }
    byte[] block = Arrays.copyOfRange(padded, last, padded.length);
    for (int i = 0; i < 8; i++) {
      block[i] ^= chain[i];
    }
    return ede(key, block);
  }

  /** Two-key triple DES over whole blocks. */
  static byte[] ede(byte[] key, byte[] data) {
    byte[] k1k2k1 = Arrays.copyOf(key, 24);
    System.arraycopy(key, 0, k1k2k1, 16, 8);
    try {
      Cipher cipher = Cipher.getInstance("DESede/ECB/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(k1k2k1, "DESede"));
      return cipher.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Single DES over one block. */
  static byte[] des(byte[] key, byte[] block) {
    return cbc(Arrays.copyOf(key, 8), block);
  }

  private static byte[] cbc(byte[] key, byte[] data) {
    try {
      Cipher cipher = Cipher.getInstance("DES/CBC/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "DES"), new IvParameterSpec(new byte[8]));
      return cipher.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
