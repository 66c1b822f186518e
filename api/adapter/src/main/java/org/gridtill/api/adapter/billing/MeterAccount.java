package org.gridtill.api.adapter.billing;

import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;

/**
 * A consumer's prepayment meter, as the billing system knows it.
 *
 * @param consumer the consumer
 * @param name the consumer's name; may be empty
 * @param address where the meter is; may be empty
 * @param meterNo the meter's number
 * @param remote whether it takes credit over the air; otherwise from a card
 * @param opened whether its account is open
 * @param purchaseCount the number of the last purchase (购电次数); 0 if there was none
 * @param pendingAmount the last purchase, if the billing system does not know that the meter has
 *     taken it; else zero
 * @param minPurchase the least that may be bought
 * @param maxPurchase the most that may be bought now, given what the meter may store (囤积限值)
 * @param arrears what is due and must be paid first; zero if nothing is
 * @param mayBuy whether a purchase is possible with the card that was read
 * @param obstacle why not, in the billing system's words; empty if it is possible
 */
public record MeterAccount(
    ConsumerNo consumer,
    String name,
    String address,
    String meterNo,
    boolean remote,
    boolean opened,
    int purchaseCount,
    Money pendingAmount,
    Money minPurchase,
    Money maxPurchase,
    Money arrears,
    boolean mayBuy,
    String obstacle) {

  /** Shows nothing of who the consumer is, since it may get into a log. */
  @Override
  public String toString() {
    return "MeterAccount[" + consumer + ", meter " + meterNo + ", mayBuy=" + mayBuy + ']';
  }
}
