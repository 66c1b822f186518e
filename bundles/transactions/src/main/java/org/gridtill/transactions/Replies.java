package org.gridtill.transactions;

import java.time.Instant;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.MeterOutcome;
import org.gridtill.api.adapter.card.CardWrite;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Reply.TransactionFound.Status;
import org.gridtill.api.platform.receipts.Receipts;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.store.transactions.MeterSaleRow;
import org.gridtill.store.transactions.TransactionRow;

/** Says to terminals what the transactions' rows say, so that a repeated request gets the same. */
final class Replies {

  private final JpaTemplate jpa;
  private final Receipts receipts;
  private final PlatformClock clock;

  Replies(JpaTemplate jpa, Receipts receipts, PlatformClock clock) {
    this.jpa = jpa;
    this.receipts = receipts;
    this.clock = clock;
  }

  /** Answers an order, the first time and every time. */
  Reply toOrder(TransactionRow row) {
    TransactionState standing = standing(row);
    return switch (standing) {
      case COMPLETED -> new Reply.Paid(payment(row, standing));
      case REJECTED, DECLINED -> refused(Refusal.valueOf(row.refusal()), row.reason());
      case AUTHORISED, IN_DOUBT, CANCELING, REVERSING -> inDoubt(row);
      case REVERSED, BLOCKED ->
          refused(Refusal.BLOCKED_BY_REVERSAL, "this transaction has been reversed");
    };
  }

  /** Answers a reversal, the first time and every time. */
  Reply toReversal(TransactionRow row) {
    return switch (Kinds.state(row)) {
      case REJECTED, DECLINED, BLOCKED -> new Reply.Reversed(clock.now(), null);
      case REVERSED -> new Reply.Reversed(clock.now(), SerialNo.of(row.reversalSerial()));
      case COMPLETED -> refused(Refusal.valueOf(row.refusal()), row.reason());
      case AUTHORISED, IN_DOUBT, CANCELING, REVERSING -> inDoubt(row);
    };
  }

  /** Answers the question what became of a transaction. */
  Reply toQuery(TransactionRow row) {
    TransactionState standing = standing(row);
    return switch (standing) {
      case REJECTED, DECLINED -> found(Status.DECLINED, null);
      case AUTHORISED, IN_DOUBT, CANCELING, REVERSING -> found(Status.IN_DOUBT, null);
      case COMPLETED -> found(Status.COMPLETED, payment(row, standing));
      case REVERSED -> found(Status.REVERSED, payment(row, standing));
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

  /** Returns the state that counts: what an order about a card gave is void with its sale. */
  private TransactionState standing(TransactionRow row) {
    TransactionState state = Kinds.state(row);
    if (state != TransactionState.COMPLETED || !Kinds.isCardOrder(Kinds.kind(row))) {
      return state;
    }
    return jpa.txExpr(
        TransactionType.Required,
        em -> Kinds.state(TransactionTable.find(em, row.originalSerial()).orElseThrow()));
  }

  private Reply.Payment payment(TransactionRow row, TransactionState standing) {
    SerialNo serial = SerialNo.of(row.serialNo());
    TransactionKind kind = Kinds.kind(row);
    Optional<MeterSaleRow> sale = sale(row, kind);
    return new Reply.Payment(
        kind,
        serial,
        Instant.ofEpochMilli(row.completedAt()),
        row.accountingDate(),
        new ConsumerNo(row.consumerNo()),
        row.consumerName(),
        Money.ofFen(row.amount()),
        row.receiptNo() == null ? "" : row.receiptNo(),
        row.receiptNo() == null ? "" : receipts.find(serial).map(r -> r.text()).orElse(""),
        sale.map(s -> card(standing, s)).orElse(null),
        kind == TransactionKind.REMOTE_RECHARGE ? sale.map(Replies::meter).orElse(null) : null);
  }

  private Optional<MeterSaleRow> sale(TransactionRow row, TransactionKind kind) {
    if (!Kinds.hasMeterSale(kind)) {
      return Optional.empty();
    }
    return Optional.of(
        jpa.txExpr(TransactionType.Required, em -> em.find(MeterSaleRow.class, row.serialNo())));
  }

  /** What was undone must not be written to a card. */
  private static CardWrite card(TransactionState standing, MeterSaleRow sale) {
    boolean stands = standing == TransactionState.COMPLETED;
    return stands && sale.cardWrite() != null ? CardWriteText.read(sale.cardWrite()) : null;
  }

  private static MeterOutcome meter(MeterSaleRow sale) {
    return switch (Kinds.meter(sale)) {
      case NONE, WAITING -> MeterOutcome.PENDING;
      case TAKEN -> MeterOutcome.TAKEN;
      case REFUSED -> MeterOutcome.REFUSED;
    };
  }
}
