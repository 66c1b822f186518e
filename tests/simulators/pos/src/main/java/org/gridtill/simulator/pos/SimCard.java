package org.gridtill.simulator.pos;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The SIM of a simulated terminal.
 *
 * @param iccid its number, 20 digits with a check digit
 * @param imsi its subscriber, 15 digits
 */
public record SimCard(String iccid, String imsi) {

  private static final int ICCID = 0x04;
  private static final int IMSI = 0x05;

  /** Returns the test SIM of a number. */
  public static SimCard test(int number) {
    String digits = String.format(Locale.ROOT, "8986001%012d", number);
    return new SimCard(
        digits + checkDigit(digits), String.format(Locale.ROOT, "460009%09d", number));
  }

  private static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? 2 * digit : digit;
      sum += weighed / 10 + weighed % 10;
    }
    return (10 - sum % 10) % 10;
  }

  List<CardElement> elements() {
    return List.of(new CardElement(ICCID, hex(iccid)), new CardElement(IMSI, hex(imsi)));
  }

  static String hex(String ascii) {
    return HexFormat.of().withUpperCase().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
  }
}
