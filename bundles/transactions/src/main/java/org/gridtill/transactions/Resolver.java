package org.gridtill.transactions;

import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingSystem.ReversalConfirmation;
import org.gridtill.api.adapter.billing.PaymentConfirmation;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.transactions.TransactionRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes transactions that were left open, by a crash, a lost answer or an outage, from what the
 * billing system says. It works from the table, not from memory, so that any node finishes what any
 * other began.
 */
final class Resolver {

  private static final Logger LOG = LoggerFactory.getLogger(Resolver.class);
  private static final int AT_ONCE = 100;

  private final JpaTemplate jpa;
  private final Ledger ledger;
  private final Billing billing;
  private final Payments payments;
  private final PlatformClock clock;

  Resolver(
      JpaTemplate jpa, Ledger ledger, Billing billing, Payments payments, PlatformClock clock) {
    this.jpa = jpa;
    this.ledger = ledger;
    this.billing = billing;
    this.payments = payments;
    this.clock = clock;
  }

  /** Returns what is due for an attempt. */
  List<Long> due() {
    return jpa.txExpr(
        TransactionType.Required,
        em -> TransactionTable.due(em, clock.now().toEpochMilli(), AT_ONCE));
  }

  /** Makes one attempt, unless somebody else is at it. */
  void resolve(long serialNo) {
    ledger
        .claim(serialNo)
        .map(this::attempt)
        .ifPresent(
            row ->
                LOG.info(
                    "Transaction {} of terminal {} is {} after {} attempts",
                    row.serialNo(),
                    row.terminalCode(),
                    row.state(),
                    row.attempts()));
  }

  /**
   * Makes one attempt for a terminal that waits for the outcome.
   *
   * @return the transaction after it
   */
  TransactionRow resolveNow(long serialNo) {
    Optional<TransactionRow> claimed = ledger.claim(serialNo);
    return claimed.isPresent()
        ? attempt(claimed.get())
        : jpa.txExpr(
            TransactionType.Required, em -> TransactionTable.find(em, serialNo).orElseThrow());
  }

  private TransactionRow attempt(TransactionRow row) {
    TransactionRow after = row;
    if (row.reversalSerial() == null) {
      after = inquire(row);
    }
    // What was found may call for a reversal, which the terminal should not have to wait for.
    boolean reversing = !Ledger.state(after).isSettled() && after.reversalSerial() != null;
    return reversing ? reverse(after) : after;
  }

  private TransactionRow inquire(TransactionRow row) {
    BillingResult<PaymentConfirmation> result = billing.inquire(row);
    return result instanceof BillingResult.NotFound<PaymentConfirmation>
        ? ledger.apply(row.serialNo(), Event.PAYMENT_NOT_FOUND, Outcome.NONE)
        : payments.conclude(row.serialNo(), result);
  }

  private TransactionRow reverse(TransactionRow row) {
    BillingResult<ReversalConfirmation> result = billing.reverse(row);
    long serial = row.serialNo();
    if (result instanceof BillingResult.Confirmed<ReversalConfirmation>) {
      return ledger.apply(serial, Event.REVERSAL_CONFIRMED, canceled("it was undone"));
    }
    if (result instanceof BillingResult.NotFound<ReversalConfirmation>) {
      return ledger.apply(serial, Event.REVERSAL_NOT_FOUND, canceled("it never arrived"));
    }
    if (result instanceof BillingResult.Declined<ReversalConfirmation> declined) {
      return ledger.apply(
          serial,
          Event.REVERSAL_DECLINED,
          new Outcome(null, Refusal.NOT_REVERSIBLE, Outcome.words(declined)));
    }
    return ledger.apply(serial, Event.REVERSAL_UNCLEAR, Outcome.NONE);
  }

  private static Outcome canceled(String how) {
    return new Outcome(
        null, Refusal.BILLING_UNAVAILABLE, "the billing system gave no answer; " + how);
  }
}
