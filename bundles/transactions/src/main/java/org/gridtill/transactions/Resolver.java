package org.gridtill.transactions;

import java.util.List;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingSystem.ReversalConfirmation;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.store.transactions.MeterSaleRow;
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
  private final Orders orders;
  private final FollowUp followUp;
  private final PlatformClock clock;

  Resolver(JpaTemplate jpa, Ledger ledger, Billing billing, Orders orders, PlatformClock clock) {
    this.jpa = jpa;
    this.ledger = ledger;
    this.billing = billing;
    this.orders = orders;
    this.clock = clock;
    followUp = new FollowUp(jpa, ledger, billing);
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
   * Makes one attempt for somebody who waits for the outcome.
   *
   * @return the transaction after it
   */
  TransactionRow resolveNow(long serialNo) {
    ledger.claim(serialNo).ifPresent(this::attempt);
    return jpa.txExpr(
        TransactionType.Required, em -> TransactionTable.find(em, serialNo).orElseThrow());
  }

  /**
   * Makes one attempt at once, also if the next was to come later, unless somebody is at it.
   *
   * @return the transaction after it
   */
  TransactionRow hurry(long serialNo) {
    jpa.tx(
        TransactionType.Required,
        em -> {
          TransactionRow row = TransactionTable.lock(em, serialNo);
          if (row.nextAttemptAt() != null && Kinds.state(row) != TransactionState.AUTHORISED) {
            row.attemptAt(clock.now().toEpochMilli());
          }
        });
    return resolveNow(serialNo);
  }

  private TransactionRow attempt(TransactionRow row) {
    if (Kinds.state(row).isSettled()) {
      return followUp.attempt(row);
    }
    TransactionRow after = row;
    if (row.reversalSerial() == null) {
      after = inquire(row);
    }
    // What was found may call for a reversal, which the terminal should not have to wait for.
    boolean reversing = !Kinds.state(after).isSettled() && after.reversalSerial() != null;
    return reversing ? reverse(after) : after;
  }

  private TransactionRow inquire(TransactionRow row) {
    BillingResult<BillingConfirmation> result = billing.inquire(row);
    return result instanceof BillingResult.NotFound<BillingConfirmation>
        ? ledger.apply(row.serialNo(), Event.ORDER_NOT_FOUND, Outcome.NONE)
        : orders.conclude(row, result);
  }

  private TransactionRow reverse(TransactionRow row) {
    MeterSaleRow sale = jpa.txExpr(TransactionType.Required, em -> MeterFacts.find(em, row));
    BillingResult<ReversalConfirmation> result = billing.reverse(row, sale);
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
          new Outcome(null, refusal(declined), Outcome.words(declined)));
    }
    return ledger.apply(serial, Event.REVERSAL_UNCLEAR, Outcome.NONE);
  }

  /** What the terminal can do about it, where it can do anything. */
  private static Refusal refusal(BillingResult.Declined<?> declined) {
    return switch (declined.reason()) {
      case METER_TOOK_CREDIT -> Refusal.METER_TOOK_CREDIT;
      case CARD_NOT_CLEARED -> Refusal.CARD_NOT_CLEARED;
      default -> Refusal.NOT_REVERSIBLE;
    };
  }

  private static Outcome canceled(String how) {
    return new Outcome(
        null, Refusal.BILLING_UNAVAILABLE, "the billing system gave no answer; " + how);
  }
}
