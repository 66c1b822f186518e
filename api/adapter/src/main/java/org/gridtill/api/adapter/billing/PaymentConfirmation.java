package org.gridtill.api.adapter.billing;

import java.util.List;
import org.gridtill.api.adapter.Money;

/**
 * A payment that the billing system has settled.
 *
 * @param billingSerial the billing system's own serial number
 * @param consumerName the consumer's name; may be empty
 * @param settled the receivables that it settled, with the penalty as charged; their total is the
 *     payment's amount
 */
public record PaymentConfirmation(
    String billingSerial, String consumerName, List<Receivable> settled) {

  /** Copies the list. */
  public PaymentConfirmation {
    settled = List.copyOf(settled);
  }

  /** Returns the energy charges together. */
  public Money energyCharge() {
    return settled.stream().map(Receivable::energyCharge).reduce(Money.ZERO, Money::plus);
  }

  /** Returns the penalties together. */
  public Money latePenalty() {
    return settled.stream().map(Receivable::latePenalty).reduce(Money.ZERO, Money::plus);
  }
}
