package org.gridtill.api.adapter.billing;

import java.time.LocalDate;
import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardWrite;

/**
 * A transaction that the billing system has done, and what it did with the money. The parts add up
 * to the order's amount.
 *
 * @param billingSerial the billing system's own serial number
 * @param accountingDate the accounting day in which the billing system has it; at a cut-over it may
 *     be another than the order's, and is then the one that counts
 * @param consumerName the consumer's name; may be empty
 * @param settled the bills it settled, with the penalty as charged; a bill that was settled in part
 *     is listed with that part
 * @param prepaid what it added to the consumer's prepaid balance
 * @param purchased what it sold as credit for the meter
 * @param card what to write to the card; null if there is no card
 * @param meter what is known of the meter; null unless the credit is sent to it over the air
 */
public record BillingConfirmation(
    String billingSerial,
    LocalDate accountingDate,
    String consumerName,
    List<Receivable> settled,
    Money prepaid,
    Money purchased,
    CardWrite card,
    MeterOutcome meter) {

  /** Copies the list. */
  public BillingConfirmation {
    settled = List.copyOf(settled);
  }

  /** Returns the confirmation of a payment that settled bills. */
  public static BillingConfirmation ofBills(
      String billingSerial, LocalDate day, String consumerName, List<Receivable> settled) {
    return new BillingConfirmation(
        billingSerial, day, consumerName, settled, Money.ZERO, Money.ZERO, null, null);
  }

  /** Shows nothing of who the consumer is, since it may get into a log. */
  @Override
  public String toString() {
    return "BillingConfirmation["
        + billingSerial
        + ", "
        + accountingDate
        + ", settled="
        + settled
        + ", prepaid="
        + prepaid
        + ", purchased="
        + purchased
        + ", meter="
        + meter
        + ']';
  }

  /** Returns the energy charges together. */
  public Money energyCharge() {
    return settled.stream().map(Receivable::energyCharge).reduce(Money.ZERO, Money::plus);
  }

  /** Returns the penalties together. */
  public Money latePenalty() {
    return settled.stream().map(Receivable::latePenalty).reduce(Money.ZERO, Money::plus);
  }

  /** Returns all parts together. */
  public Money total() {
    return energyCharge().plus(latePenalty()).plus(prepaid).plus(purchased);
  }
}
