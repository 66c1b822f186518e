package org.gridtill.transactions;

import java.time.Instant;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Reply.TransactionFound.Status;
import org.gridtill.api.platform.receipts.Receipts;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.transactions.TransactionRow;

/** Says to terminals what the transactions' rows say, so that a repeated request gets the same. */
final class Replies {

  private final Receipts receipts;
  private final PlatformClock clock;

  Replies(Receipts receipts, PlatformClock clock) {
    this.receipts = receipts;
    this.clock = clock;
  }

  /** Answers a payment, the first time and every time. */
  Reply toPayment(TransactionRow row) {
    return switch (Ledger.state(row)) {
      case COMPLETED -> new Reply.Paid(payment(row));
      case REJECTED, DECLINED -> refused(Refusal.valueOf(row.refusal()), row.reason());
      case AUTHORISED, IN_DOUBT, CANCELING, REVERSING -> inDoubt(row);
      case REVERSED, BLOCKED ->
          refused(Refusal.BLOCKED_BY_REVERSAL, "this payment has been reversed");
    };
  }

  /** Answers a reversal, the first time and every time. */
  Reply toReversal(TransactionRow row) {
    return switch (Ledger.state(row)) {
      case REJECTED, DECLINED, BLOCKED -> new Reply.Reversed(clock.now(), null);
      case REVERSED -> new Reply.Reversed(clock.now(), SerialNo.of(row.reversalSerial()));
      case COMPLETED -> refused(Refusal.NOT_REVERSIBLE, row.reason());
      case AUTHORISED, IN_DOUBT, CANCELING, REVERSING -> inDoubt(row);
    };
  }

  /** Answers the question what became of a transaction. */
  Reply toQuery(TransactionRow row) {
    return switch (Ledger.state(row)) {
      case REJECTED, DECLINED -> found(Status.DECLINED, null);
      case AUTHORISED, IN_DOUBT, CANCELING, REVERSING -> found(Status.IN_DOUBT, null);
      case COMPLETED -> found(Status.COMPLETED, payment(row));
      case REVERSED -> found(Status.REVERSED, payment(row));
      case BLOCKED -> found(Status.REVERSED, null);
    };
  }

  Reply notFound() {
    return found(Status.NOT_FOUND, null);
  }

  Reply refused(Refusal refusal, String text) {
    return new Reply.Refused(clock.now(), refusal, text == null ? "" : text);
  }

  private Reply found(Status status, Reply.Payment payment) {
    return new Reply.TransactionFound(clock.now(), status, payment);
  }

  private Reply inDoubt(TransactionRow row) {
    return new Reply.InDoubt(clock.now(), SerialNo.of(row.serialNo()));
  }

  private Reply.Payment payment(TransactionRow row) {
    SerialNo serial = SerialNo.of(row.serialNo());
    return new Reply.Payment(
        serial,
        Instant.ofEpochMilli(row.completedAt()),
        row.accountingDate(),
        new ConsumerNo(row.consumerNo()),
        row.consumerName(),
        Money.ofFen(row.amount()),
        row.receiptNo(),
        receipts.find(serial).map(r -> r.text()).orElse(""));
  }
}
