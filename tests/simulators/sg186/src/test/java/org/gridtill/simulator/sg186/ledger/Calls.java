package org.gridtill.simulator.sg186.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import org.gridtill.simulator.sg186.utility.Consumer;
import org.gridtill.simulator.sg186.utility.Population;
import org.gridtill.simulator.sg186.utility.Utility;

/** A utility and calls to it. */
final class Calls {

  static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  static final Population POPULATION = new Population(1_000, YearMonth.of(2026, 10));
  static final Utility UTILITY = new Utility(POPULATION);
  static final Consumer CONSUMER = UTILITY.consumer(Utility.number(1)).orElseThrow();

  private Calls() {}

  static Call payment(String serialNo, Consumer consumer, long fen) {
    return new Call(serialNo, "A001", "T1", "pos", DAY, consumer.number(), fen, "");
  }

  static Call reversal(String serialNo, Call payment) {
    return new Call(
        serialNo,
        payment.agencyCode(),
        "T1",
        "pos",
        payment.accountingDate(),
        payment.consumerNo(),
        payment.amountFen(),
        payment.serialNo());
  }

  static long due(Ledger ledger, Consumer consumer) {
    return ledger.arrears(consumer, DAY).stream().mapToLong(Due::totalFen).sum();
  }
}
