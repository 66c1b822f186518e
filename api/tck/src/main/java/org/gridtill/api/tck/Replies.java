package org.gridtill.api.tck;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.Receivable;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;

/** Replies that may come to any request. */
final class Replies {

  private static final Instant TIME = Instant.parse("2026-11-24T02:15:30Z");
  private static final ConsumerNo CONSUMER = new ConsumerNo("0100000001");
  private static final SerialNo SERIAL = SerialNo.of(4711);

  private Replies() {}

  /** A kind of reply that a later version of the API may have. */
  private record Unheard() implements Reply {}

  /** Returns what every terminal must be told, whatever it asked. */
  static List<Reply> toAnything() {
    List<Reply> all = new ArrayList<>();
    for (Refusal reason : Refusal.values()) {
      all.add(new Reply.Refused(TIME, reason, "No. 不行。"));
    }
    all.add(new Reply.Refused(TIME, Refusal.SYSTEM_ERROR, ""));
    all.add(new Reply.Refused(TIME, Refusal.SYSTEM_ERROR, "x".repeat(2000)));
    all.add(new Unheard());
    return all;
  }

  /** Returns what a payment may get. */
  static List<Reply> toPayment() {
    return List.of(
        new Reply.InDoubt(TIME, SERIAL),
        new Reply.Paid(
            new Reply.Payment(
                TransactionKind.BILL_PAYMENT,
                SERIAL,
                TIME,
                LocalDate.of(2026, 11, 24),
                CONSUMER,
                "",
                Money.ofFen(1),
                "A001-0000000042",
                "RECEIPT\n收据",
                null,
                null)));
  }

  /** Returns a statement of nothing, and one of many months. */
  static List<Reply> toQuery() {
    List<Receivable> many = new ArrayList<>();
    for (int month = 1; month <= 60; month++) {
      YearMonth of = YearMonth.of(2020, 1).plusMonths(month);
      many.add(new Receivable("R" + month, of, Money.ofFen(month), Money.ZERO));
    }
    return List.of(
        new Reply.Bills(TIME, new BillStatement(CONSUMER, "", "", List.of())),
        new Reply.Bills(TIME, new BillStatement(CONSUMER, "张三", "滨河路12号", many)));
  }
}
