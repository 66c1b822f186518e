package org.gridtill.vault;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Cipher;
import org.gridtill.api.platform.vault.Suite;

/** PIN blocks as a terminal makes them, by the steps of ISO 9564-1. */
final class PinBlocks {

  private PinBlocks() {}

  /** The plain block of format 0. */
  static byte[] format0(String pin, String account) {
    String field = "0" + Integer.toHexString(pin.length()) + pin + "F".repeat(14 - pin.length());
    String digits = account.substring(0, account.length() - 1);
    String twelve = ("0".repeat(12) + digits).substring(digits.length());
    return xor(hex(field), hex("0000" + twelve));
  }

  /** The enciphered block of format 4. */
  static byte[] format4(Suite suite, byte[] key, String pin, String account)
      throws GeneralSecurityException {
    String field =
        "4"
            + Integer.toHexString(pin.length())
            + pin
            + "A".repeat(14 - pin.length())
            + "0123456789ABCDEF";
    String padded = "0".repeat(Math.max(0, 12 - account.length())) + account;
    String accountField = (padded.length() - 12) + padded;
    byte[] inner = TestCiphers.block(suite, Cipher.ENCRYPT_MODE, key, hex(field));
    byte[] mixed = xor(inner, hex(accountField + "0".repeat(32 - accountField.length())));
    return TestCiphers.block(suite, Cipher.ENCRYPT_MODE, key, mixed);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] xor(byte[] one, byte[] other) {
    byte[] result = one.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] ^= other[i];
    }
    return result;
  }
}
