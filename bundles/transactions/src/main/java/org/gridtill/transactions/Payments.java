package org.gridtill.transactions;

import java.time.Instant;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.PaymentConfirmation;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.transactions.TransactionRow;

/** Serves bill payments. */
final class Payments {

  private final JpaTemplate jpa;
  private final Ledger ledger;
  private final Billing billing;
  private final Replies replies;
  private final SerialNumbers serials;
  private final PlatformClock clock;

  Payments(
      JpaTemplate jpa,
      Ledger ledger,
      Billing billing,
      Replies replies,
      SerialNumbers serials,
      PlatformClock clock) {
    this.jpa = jpa;
    this.ledger = ledger;
    this.billing = billing;
    this.replies = replies;
    this.serials = serials;
    this.clock = clock;
  }

  Reply pay(Request.PayBills request, String channel) {
    Optional<TransactionRow> earlier = find(request.origin());
    if (earlier.isPresent()) {
      return repeat(earlier.get(), request);
    }
    TransactionRow row = newRow(request, channel);
    try {
      row =
          ledger.authorise(
              row, Refusal.CREDIT_EXHAUSTED.name(), "the agency's credit limit is reached");
    } catch (RuntimeException e) {
      // The same key at the same moment: the other one is the first, and this one its repetition.
      return repeat(find(request.origin()).orElseThrow(() -> e), request);
    }
    if (Ledger.state(row).isSettled()) {
      return replies.toPayment(row);
    }
    return replies.toPayment(conclude(row.serialNo(), billing.pay(row)));
  }

  /** Books what the billing system said to a payment or to an inquiry about it. */
  TransactionRow conclude(long serialNo, BillingResult<PaymentConfirmation> result) {
    if (result instanceof BillingResult.Confirmed<PaymentConfirmation> confirmed) {
      return ledger.apply(serialNo, Event.PAYMENT_CONFIRMED, Outcome.confirmed(confirmed.value()));
    }
    if (result instanceof BillingResult.Declined<PaymentConfirmation> declined) {
      return ledger.apply(serialNo, Event.PAYMENT_DECLINED, Outcome.declined(declined));
    }
    return ledger.apply(serialNo, Event.PAYMENT_UNCLEAR, Outcome.NONE);
  }

  private Optional<TransactionRow> find(Origin key) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> TransactionTable.find(em, key.terminalCode(), key.batchNo(), key.traceNo()));
  }

  private TransactionRow newRow(Request.PayBills request, String channel) {
    Instant now = clock.now();
    Origin origin = request.origin();
    return new TransactionRow(
        serials.next().number(),
        origin.terminalCode(),
        origin.batchNo(),
        origin.traceNo(),
        origin.agencyCode(),
        channel,
        request.consumer().value(),
        request.amount().fen(),
        clock.accountingDate(now),
        now.toEpochMilli());
  }

  private Reply repeat(TransactionRow row, Request.PayBills request) {
    boolean blocked = row.consumerNo() == null;
    boolean same =
        row.agencyCode().equals(request.origin().agencyCode())
            && row.amount() == request.amount().fen()
            && (blocked || row.consumerNo().equals(request.consumer().value()));
    return same
        ? replies.toPayment(row)
        : replies.refused(
            Refusal.DUPLICATE_KEY, "this trace number was used for another transaction");
  }
}
