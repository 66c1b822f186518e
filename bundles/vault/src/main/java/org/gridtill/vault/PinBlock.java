package org.gridtill.vault;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * PIN blocks of ISO 9564-1: format 0 for ciphers of 8-byte blocks, and format 4 for those of 16.
 * Both bind a PIN to the number of the card, so that a block that was taken from one card's message
 * says nothing in another's.
 */
final class PinBlock {

  private static final int SHORT = 8;
  private static final int LONG = 16;
  private static final int LEAST = 4;
  private static final int MOST = 12;
  private static final int FILL_SHORT = 0xF;
  private static final int FILL_LONG = 0xA;
  private static final int ACCOUNT_DIGITS = 12;

  private PinBlock() {}

  /**
   * Reads the PIN out of a block.
   *
   * @param block as it came
   * @param decipher deciphers one block under the PIN key
   * @return the digits as characters, which the caller wipes; null if it is no PIN block of that
   *     card
   */
  static char[] read(String cardNo, byte[] block, UnaryOperator<byte[]> decipher) {
    if (block.length == SHORT) {
      byte[] field = decipher.apply(block);
      byte[] account = shortAccount(cardNo);
      Blocks.xor(account, 0, field, 0, SHORT);
      return digits(field, 0, FILL_SHORT);
    }
    if (block.length == LONG) {
      byte[] inner = decipher.apply(block);
      byte[] account = longAccount(cardNo);
      Blocks.xor(account, 0, inner, 0, LONG);
      byte[] field = decipher.apply(inner);
      Arrays.fill(inner, (byte) 0);
      return digits(field, 4, FILL_LONG);
    }
    return null;
  }

  /** The 12 digits before the check digit, the last on the right. */
  private static byte[] shortAccount(String cardNo) {
    String body = "0".repeat(ACCOUNT_DIGITS) + cardNo.substring(0, cardNo.length() - 1);
    return bcd("0000" + body.substring(body.length() - ACCOUNT_DIGITS));
  }

  /** How many digits more than 12 there are, the digits, and zeros. */
  private static byte[] longAccount(String cardNo) {
    String number =
        cardNo.length() < ACCOUNT_DIGITS
            ? "0".repeat(ACCOUNT_DIGITS - cardNo.length()) + cardNo
            : cardNo;
    String field = (number.length() - ACCOUNT_DIGITS) + number;
    return bcd(field + "0".repeat(2 * LONG - field.length()));
  }

  private static byte[] bcd(String digits) {
    byte[] bytes = new byte[digits.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (digit(digits.charAt(2 * i)) << 4 | digit(digits.charAt(2 * i + 1)));
    }
    return bytes;
  }

  private static int digit(char character) {
    return character - '0';
  }

  /** Reads the PIN field, and wipes it. */
  private static char[] digits(byte[] field, int format, int fill) {
    try {
      int length = nibble(field, 1);
      if (nibble(field, 0) != format || length < LEAST || length > MOST) {
        return null;
      }
      char[] pin = new char[length];
      boolean sound = true;
      for (int i = 0; i < length; i++) {
        int value = nibble(field, 2 + i);
        sound &= value <= 9;
        pin[i] = (char) ('0' + value);
      }
      for (int i = 2 + length; i < LONG; i++) {
        sound &= nibble(field, i) == fill;
      }
      if (!sound) {
        Arrays.fill(pin, '0');
        return null;
      }
      return pin;
    } finally {
      Arrays.fill(field, (byte) 0);
    }
  }

  private static int nibble(byte[] field, int index) {
    int both = field[index / 2];
    return (index % 2 == 0 ? both >> 4 : both) & 0xF;
  }
}
