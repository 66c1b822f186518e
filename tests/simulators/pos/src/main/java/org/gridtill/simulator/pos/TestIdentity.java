package org.gridtill.simulator.pos;

import java.util.Locale;

/**
 * What a simulated terminal proves beside itself. Anybody can compute it from the terminal's code,
 * which is T or V and seven digits.
 *
 * @param card of collector {@value #COLLECTOR} of the terminal's agency
 * @param pin the card's
 * @param sim the terminal's
 */
public record TestIdentity(IdentityCard card, String pin, SimCard sim) {

  /** Whose cards they are. */
  public static final String COLLECTOR = "C01";

  /** The PIN of every test card. */
  public static final String PIN = "2580";

  private static final int SIMS_OF_A_SERIES = 10_000_000;

  /**
   * Returns that of a terminal.
   *
   * @throws IllegalArgumentException if the code is not one of a simulated fleet
   */
  public static TestIdentity of(String terminalCode) {
    if (!terminalCode.matches("[TV][0-9]{7}")) {
      throw new IllegalArgumentException("not a simulated terminal: " + terminalCode);
    }
    int number = Integer.parseInt(terminalCode.substring(1));
    boolean paymentCar = terminalCode.charAt(0) == 'V';
    String cardNo = String.format(Locale.ROOT, "%d%08d", paymentCar ? 88 : 77, number);
    return new TestIdentity(
        new IdentityCard(cardNo, COLLECTOR),
        PIN,
        SimCard.test(paymentCar ? number : SIMS_OF_A_SERIES + number));
  }
}
