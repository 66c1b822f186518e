package org.gridtill.vault;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.gridtill.api.platform.vault.Suite;

/** The suites once more, by the steps of the standards. */
final class TestCiphers {

  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private TestCiphers() {}

  static byte[] checkValue(Suite suite, byte[] key) throws GeneralSecurityException {
    byte[] block =
        suite == Suite.AES_CMAC
            ? cmac(key, new byte[16])
            : block(suite, Cipher.ENCRYPT_MODE, key, new byte[16]);
    return Arrays.copyOf(block, 4);
  }

  static byte[] mac(Suite suite, byte[] key, byte[] data) throws GeneralSecurityException {
    byte[] code =
        switch (suite) {
          case AES_CMAC -> cmac(key, data);
          case SM4 -> sm4(key, data);
          case X919 -> x919(key, data);
          case UNIONPAY_ECB -> ecb(key, data);
        };
    return Arrays.copyOf(code, 8);
  }

  /** Each block by itself. */
  static byte[] block(Suite suite, int mode, byte[] key, byte[] data)
      throws GeneralSecurityException {
    byte[] full = key;
    String name = suite == Suite.AES_CMAC ? "AES" : "SM4";
    if (suite.legacy()) {
      name = "DESede";
      full = Arrays.copyOf(key, 24);
      System.arraycopy(key, 0, full, 16, 8);
    }
    Cipher cipher = Cipher.getInstance(name + "/ECB/NoPadding", PROVIDER);
    cipher.init(mode, new SecretKeySpec(full, name));
    return cipher.doFinal(data);
  }

  /** RFC 4493: the last block gets a subkey, which is E(0) doubled once or twice. */
  private static byte[] cmac(byte[] key, byte[] data) throws GeneralSecurityException {
    byte[] subkey = twice(block(Suite.AES_CMAC, Cipher.ENCRYPT_MODE, key, new byte[16]));
    byte[] padded = Arrays.copyOf(data, Math.max(1, (data.length + 15) / 16) * 16);
    if (padded.length > data.length) {
      padded[data.length] = (byte) 0x80;
      subkey = twice(subkey);
    }
    byte[] chain = new byte[16];
    for (int at = 0; at < padded.length; at += 16) {
      for (int i = 0; i < 16; i++) {
        chain[i] ^= padded[at + i];
        if (at + 16 == padded.length) {
          chain[i] ^= subkey[i];
        }
      }
      chain = block(Suite.AES_CMAC, Cipher.ENCRYPT_MODE, key, chain);
    }
    return chain;
  }

  private static byte[] twice(byte[] block) {
    BigInteger doubled = new BigInteger(1, block).shiftLeft(1);
    if (doubled.testBit(128)) {
      doubled = doubled.clearBit(128).xor(BigInteger.valueOf(0x87));
    }
    byte[] bytes = doubled.toByteArray();
    byte[] result = new byte[16];
    int length = Math.min(16, bytes.length);
    System.arraycopy(bytes, bytes.length - length, result, 16 - length, length);
    return result;
  }

  private static byte[] sm4(byte[] key, byte[] data) throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SM3", PROVIDER).digest(data);
    byte[] chain = block(Suite.SM4, Cipher.ENCRYPT_MODE, key, Arrays.copyOf(digest, 16));
    for (int i = 0; i < 16; i++) {
      chain[i] ^= digest[16 + i];
    }
    return block(Suite.SM4, Cipher.ENCRYPT_MODE, key, chain);
  }

  /**
   * ANSI X9.19: the chained blocks enciphered with the left half, then the last one deciphered with
   * the right half and enciphered with the left half.
   */
  static byte[] x919(byte[] key, byte[] data) throws GeneralSecurityException {
    byte[] left = Arrays.copyOf(key, 8);
    byte[] right = Arrays.copyOfRange(key, 8, 16);
    byte[] padded = Arrays.copyOf(data, (data.length + 7) / 8 * 8);
    byte[] block = new byte[8];
    for (int offset = 0; offset < padded.length; offset += 8) {
      for (int i = 0; i < 8; i++) {
        block[i] ^= padded[offset + i];
      }
      block = des(Cipher.ENCRYPT_MODE, left, block);
    }
    block = des(Cipher.DECRYPT_MODE, right, block);
    return des(Cipher.ENCRYPT_MODE, left, block);
  }

  private static byte[] ecb(byte[] key, byte[] data) throws GeneralSecurityException {
    byte[] sum = new byte[8];
    for (int i = 0; i < data.length; i++) {
      sum[i % 8] ^= data[i];
    }
    byte[] digits = digits(sum);
    byte[] block = block(Suite.UNIONPAY_ECB, Cipher.ENCRYPT_MODE, key, Arrays.copyOf(digits, 8));
    for (int i = 0; i < 8; i++) {
      block[i] ^= digits[8 + i];
    }
    return digits(block(Suite.UNIONPAY_ECB, Cipher.ENCRYPT_MODE, key, block));
  }

  private static byte[] digits(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] des(int mode, byte[] key, byte[] block) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("DES/ECB/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "DES"));
    return cipher.doFinal(block);
  }
}
