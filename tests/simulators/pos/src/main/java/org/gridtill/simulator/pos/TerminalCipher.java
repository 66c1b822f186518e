package org.gridtill.simulator.pos;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a terminal does with its keys, by the suite that its master key was loaded for. Written from
 * the protocol's documentation, with the JDK's ciphers, and Bouncy Castle's engines for what the
 * JDK has not.
 */
public enum TerminalCipher {
  /** AES-128 and CMAC: what a terminal has unless told. */
  AES_CMAC {
    @Override
    byte[] decipherKey(byte[] masterKey, byte[] cryptogram) {
      return Aes.decipher(masterKey, cryptogram);
    }

    @Override
    byte[] checkValue(byte[] key) {
      return Aes.cmac(key, new byte[16]);
    }

    @Override
    byte[] mac(byte[] key, byte[] data) {
      return Arrays.copyOf(Aes.cmac(key, data), CODE);
    }

    @Override
    byte[] pinBlock(byte[] key, String pin, String cardNo) {
      byte[] random = new byte[CODE];
      RANDOM.nextBytes(random);
      return PinBlocks.format4(pin, cardNo, random, block -> Aes.encipher(key, block));
    }
  },
  /** SM4 and SM3, of terminals that must have Chinese ciphers. */
  SM4 {
    @Override
    byte[] decipherKey(byte[] masterKey, byte[] cryptogram) {
      return Sm4.decipher(masterKey, cryptogram);
    }

    @Override
    byte[] checkValue(byte[] key) {
      return Sm4.encipher(key, new byte[16]);
    }

    @Override
    byte[] mac(byte[] key, byte[] data) {
      return Arrays.copyOf(Sm4.mac(key, data), CODE);
    }

    @Override
    byte[] pinBlock(byte[] key, String pin, String cardNo) {
      byte[] random = new byte[CODE];
      RANDOM.nextBytes(random);
      return PinBlocks.format4(pin, cardNo, random, block -> Sm4.encipher(key, block));
    }
  },
  /** Triple DES and ANSI X9.19, of old terminals. */
  X919 {
    @Override
    byte[] decipherKey(byte[] masterKey, byte[] cryptogram) {
      return TripleDes.decipher(masterKey, cryptogram);
    }

    @Override
    byte[] checkValue(byte[] key) {
      return TripleDes.encipher(key, new byte[8]);
    }

    @Override
    byte[] mac(byte[] key, byte[] data) {
      return TripleDes.mac(key, data);
    }

    @Override
    byte[] pinBlock(byte[] key, String pin, String cardNo) {
      return PinBlocks.format0(pin, cardNo, block -> TripleDes.encipher(key, block));
    }
  },
  /** Triple DES and UnionPay's ECB code, of the oldest terminals. */
  UNIONPAY_ECB {
    @Override
    byte[] decipherKey(byte[] masterKey, byte[] cryptogram) {
      return X919.decipherKey(masterKey, cryptogram);
    }

    @Override
    byte[] checkValue(byte[] key) {
      return X919.checkValue(key);
    }

    @Override
    byte[] mac(byte[] key, byte[] data) {
      byte[] sum = new byte[CODE];
      for (int i = 0; i < data.length; i++) {
        sum[i % CODE] ^= data[i];
      }
      byte[] digits = digits(sum);
      byte[] block = TripleDes.encipher(key, Arrays.copyOf(digits, CODE));
      for (int i = 0; i < CODE; i++) {
        block[i] ^= digits[CODE + i];
      }
      return Arrays.copyOf(digits(TripleDes.encipher(key, block)), CODE);
    }

    @Override
    byte[] pinBlock(byte[] key, String pin, String cardNo) {
      return X919.pinBlock(key, pin, cardNo);
    }
  };

  private static final int CODE = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Deciphers a working key that came at sign-on, 16 bytes. */
  abstract byte[] decipherKey(byte[] masterKey, byte[] cryptogram);

  /** Returns bytes of which the first 4 are the key's check value. */
  abstract byte[] checkValue(byte[] key);

  /** Makes a message authentication code, 8 bytes. */
  abstract byte[] mac(byte[] key, byte[] data);

  /** Makes a PIN block. */
  abstract byte[] pinBlock(byte[] key, String pin, String cardNo);

  private static byte[] digits(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
  }
}
