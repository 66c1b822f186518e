package org.gridtill.simulator.pos;

import java.util.HexFormat;
import java.util.function.UnaryOperator;

/** PIN blocks of ISO 9564-1, as a terminal's PIN pad makes them. */
final class PinBlocks {

  private PinBlocks() {}

  /** Format 0, for ciphers of 8-byte blocks. */
  static byte[] format0(String pin, String cardNo, UnaryOperator<byte[]> encipher) {
    String body = "0".repeat(12) + cardNo.substring(0, cardNo.length() - 1);
    String account = "0000" + body.substring(body.length() - 12);
    String field = "0" + Integer.toHexString(pin.length()) + pin + "F".repeat(14 - pin.length());
    return encipher.apply(xor(hex(field), hex(account)));
  }

  /** Format 4, for ciphers of 16-byte blocks. */
  static byte[] format4(String pin, String cardNo, byte[] random, UnaryOperator<byte[]> encipher) {
    String number = "0".repeat(Math.max(0, 12 - cardNo.length())) + cardNo;
    String account = (number.length() - 12) + number;
    String field =
        "4"
            + Integer.toHexString(pin.length())
            + pin
            + "A".repeat(14 - pin.length())
            + HexFormat.of().formatHex(random);
    byte[] inner = encipher.apply(hex(field));
    return encipher.apply(xor(inner, hex(account + "0".repeat(32 - account.length()))));
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
