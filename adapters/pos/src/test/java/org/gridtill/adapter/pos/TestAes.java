package org.gridtill.adapter.pos;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Real AES for tests, used in another way than anywhere else in the product. */
final class TestAes {

  private TestAes() {}

  /** The code of a message: the first 8 bytes of its CMAC. */
  static byte[] mac(byte[] key, byte[] data) {
    return Arrays.copyOf(cmac(key, data), 8);
  }

  static byte[] checkValue(byte[] key) {
    return Arrays.copyOf(cmac(key, new byte[16]), 4);
  }

  /** CMAC as CBC mode over blocks of which the last was changed by a subkey. */
  static byte[] cmac(byte[] key, byte[] data) {
    boolean whole = data.length > 0 && data.length % 16 == 0;
    byte[] padded = Arrays.copyOf(data, whole ? data.length : (data.length / 16 + 1) * 16);
    byte[] subkey = doubled(encipher(key, new byte[16]));
    if (!whole) {
      padded[data.length] = (byte) 0x80;
      subkey = doubled(subkey);
    }
    for (int i = 0; i < 16; i++) {
      padded[padded.length - 16 + i] ^= subkey[i];
    }
    byte[] chained = encipher(key, padded);
    return Arrays.copyOfRange(chained, chained.length - 16, chained.length);
  }

  /** Twice a number of 128 bits, with what overflows put back as the polynomial has it. */
  static byte[] doubled(byte[] block) {
    BigInteger twice = new BigInteger(1, block).shiftLeft(1);
    if (twice.testBit(128)) {
      twice = twice.clearBit(128).xor(BigInteger.valueOf(0x87));
    }
    byte[] bytes = twice.toByteArray();
    byte[] result = new byte[16];
    int length = Math.min(16, bytes.length);
    System.arraycopy(bytes, bytes.length - length, result, 16 - length, length);
    return result;
  }

  /** CBC mode that begins with zeros; of one block, the plain cipher. */
  static byte[] encipher(byte[] key, byte[] blocks) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
      return cipher.doFinal(blocks);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
