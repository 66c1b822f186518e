package org.gridtill.api.adapter.billing;

import java.util.List;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;

/**
 * What a consumer owes, as the billing system says it at this moment; a late payment penalty grows
 * by the day.
 *
 * @param consumer the consumer
 * @param name the consumer's name; may be empty
 * @param address where the electricity is used; may be empty
 * @param receivables what is due, oldest month first; empty if nothing is due
 */
public record BillStatement(
    ConsumerNo consumer, String name, String address, List<Receivable> receivables) {

  /** Copies the list. */
  public BillStatement {
    receivables = List.copyOf(receivables);
  }

  /** Shows nothing of who the consumer is, since it may get into a log. */
  @Override
  public String toString() {
    return "BillStatement[" + consumer + ", receivables=" + receivables + ']';
  }

  /** Returns the sum of all that is due. */
  public Money totalDue() {
    return receivables.stream().map(Receivable::total).reduce(Money.ZERO, Money::plus);
  }
}
