package org.gridtill.api.adapter.card;

import java.util.List;

/**
 * What the billing system gives for a card, which reaches the terminal unchanged.
 *
 * @param meterNo the meter whose card it is, 1 to 20 letters or digits
 * @param wallet what the wallet holds once the card is written
 * @param steps the commands, in the order in which the terminal sends them to the card; it stops at
 *     the first that the card refuses; 12 at most
 */
public record CardWrite(String meterNo, CardWallet wallet, List<CardWriteStep> steps) {

  private static final int MOST_STEPS = 12;

  /**
   * Checks the meter's number, and copies the list.
   *
   * @throws IllegalArgumentException if the number has the wrong form or there are too many steps
   */
  public CardWrite {
    if (meterNo == null || !meterNo.matches("[0-9A-Za-z]{1,20}")) {
      throw new IllegalArgumentException("wrong meter number");
    }
    if (steps.size() > MOST_STEPS) {
      throw new IllegalArgumentException("too many commands for a card");
    }
    steps = List.copyOf(steps);
  }
}
