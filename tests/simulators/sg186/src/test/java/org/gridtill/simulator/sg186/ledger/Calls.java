package org.gridtill.simulator.sg186.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import org.gridtill.simulator.sg186.contract.types.TransactionKind;
import org.gridtill.simulator.sg186.utility.Consumer;
import org.gridtill.simulator.sg186.utility.Population;
import org.gridtill.simulator.sg186.utility.Utility;

/** A utility and calls to it. */
final class Calls {

  static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  static final Population POPULATION = new Population(1_000, YearMonth.of(2026, 10));
  static final Utility UTILITY = new Utility(POPULATION);
  static final Consumer CONSUMER = UTILITY.consumer(Utility.number(1)).orElseThrow();

  static final Call.Sender SENDER = new Call.Sender("A001", "T1", "pos");

  private Calls() {}

  static Call payment(String serialNo, Consumer consumer, long fen) {
    return call(TransactionKind.PAYMENT, serialNo, consumer, fen, "", Call.Details.NONE);
  }

  static Call reversal(String serialNo, Call original) {
    return reversal(serialNo, original, Call.Details.NONE);
  }

  static Call reversal(String serialNo, Call original, Call.Details details) {
    return new Call(
        TransactionKind.REVERSAL,
        serialNo,
        original.sender(),
        original.accountingDate(),
        original.consumerNo(),
        original.amountFen(),
        original.serialNo(),
        details);
  }

  static Call call(
      TransactionKind kind,
      String serialNo,
      Consumer consumer,
      long fen,
      String original,
      Call.Details details) {
    return new Call(kind, serialNo, SENDER, DAY, consumer.number(), fen, original, details);
  }

  static Consumer consumer(String number) {
    return UTILITY.consumer(number).orElseThrow();
  }

  static long due(Ledger ledger, Consumer consumer) {
    return ledger.arrears(consumer, DAY).stream().mapToLong(Due::totalFen).sum();
  }
}
