package org.gridtill.adapter.sg186;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.BillingHeader;
import org.gridtill.api.adapter.billing.BillingOrder;
import org.gridtill.api.adapter.billing.CardReport;
import org.gridtill.api.adapter.billing.Purpose;
import org.gridtill.api.adapter.billing.ReversalOrder;
import org.gridtill.api.adapter.card.CardOutcome;

/** Calls such as the platform makes. */
final class Calls {

  static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private static final Instant NOW = Instant.parse("2026-11-24T02:03:04Z");
  private static final AtomicLong SERIALS = new AtomicLong();

  private Calls() {}

  static BillingHeader header() {
    return header(SerialNo.of(SERIALS.incrementAndGet()));
  }

  static BillingHeader header(SerialNo serial) {
    return new BillingHeader(serial, "A001", "T0000001", "pos", NOW, DAY);
  }

  static BillingOrder payment(ConsumerNo consumer, Money amount) {
    return order(consumer, amount, new Purpose.Bills(List.of()));
  }

  static BillingOrder order(ConsumerNo consumer, Money amount, Purpose purpose) {
    return new BillingOrder(header(), consumer, amount, purpose);
  }

  static ReversalOrder reversal(BillingOrder order) {
    return reversal(order, null);
  }

  static ReversalOrder reversal(BillingOrder order, CardOutcome card) {
    return new ReversalOrder(
        header(), order.header().serialNo(), order.consumer(), order.amount(), card);
  }

  static CardReport report(BillingOrder sale, CardOutcome outcome) {
    SerialNo serial = sale.header().serialNo();
    return new CardReport(header(serial), serial, sale.consumer(), outcome);
  }
}
