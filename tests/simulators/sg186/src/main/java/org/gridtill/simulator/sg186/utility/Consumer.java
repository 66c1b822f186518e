package org.gridtill.simulator.sg186.utility;

import org.gridtill.simulator.card.CardFiles;
import org.gridtill.simulator.sg186.contract.types.ConsumerClass;

/**
 * A consumer.
 *
 * @param number ten digits
 * @param name a made-up name; that of every fifth consumer is in Chinese characters
 * @param address where the electricity is used
 * @param kind sets the rate of the penalty
 * @param sort what it may do
 */
public record Consumer(String number, String name, String address, ConsumerClass kind, Sort sort) {

  /** Returns the number of its prepayment meter, 12 digits; of no use if it has none. */
  public String meterNo() {
    return "20" + number;
  }

  /** Returns its number as cards and meters know it: 12 digits. */
  public String numberOnCards() {
    return CardFiles.twelveDigits(number);
  }
}
