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
import org.gridtill.api.adapter.billing.Purpose;
import org.gridtill.api.adapter.billing.ReversalOrder;

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
    return new BillingOrder(header(), consumer, amount, new Purpose.Bills(List.of()));
  }

  static ReversalOrder reversal(BillingOrder payment) {
    return new ReversalOrder(
        header(), payment.header().serialNo(), payment.consumer(), payment.amount(), null);
  }
}
