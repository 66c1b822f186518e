package org.gridtill.api.adapter.card;

import java.util.HexFormat;

/** Checks and reads hexadecimal text. */
final class Hex {

  private static final HexFormat FORMAT = HexFormat.of().withUpperCase();

  private Hex() {}

  /** Returns the text if it is hexadecimal and has that many bytes, or any number if negative. */
  static String require(String what, String hex, int bytes) {
    boolean fits = hex != null && (bytes < 0 ? hex.length() % 2 == 0 : hex.length() == 2 * bytes);
    if (!fits || !hex.matches("[0-9A-F]*")) {
      throw new IllegalArgumentException("wrong " + what);
    }
    return hex;
  }

  static byte[] bytes(String hex) {
    return FORMAT.parseHex(hex);
  }

  /** Returns an unsigned number of at most 4 bytes, high byte first. */
  static long number(byte[] bytes, int offset, int length) {
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 8 | bytes[offset + i] & 0xFF;
    }
    return value;
  }

  /** Returns the hexadecimal digits of a part, which for packed decimals are the decimal digits. */
  static String digits(byte[] bytes, int offset, int length) {
    return FORMAT.formatHex(bytes, offset, offset + length);
  }

  /** Tells whether a file of a card has its frame: 68, length, check sum, 16. */
  static boolean isFramed(byte[] file) {
    int length = file.length;
    int sum = 0;
    for (int i = 0; i < length - 2; i++) {
      sum += file[i] & 0xFF;
    }
    return length > 6
        && file[0] == 0x68
        && number(file, 2, 2) == length - 6
        && (file[length - 2] & 0xFF) == (sum & 0xFF)
        && file[length - 1] == 0x16;
  }
}
