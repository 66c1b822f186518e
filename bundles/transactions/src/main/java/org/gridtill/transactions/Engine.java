package org.gridtill.transactions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.BillingHeader;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingSystem;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.receipts.Receipts;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.TransactionEngine;
import org.gridtill.api.platform.transactions.TransactionRecord;

/** Puts the parts of the engine together. */
final class Engine implements TransactionEngine {

  private final JpaTemplate jpa;
  private final PlatformClock clock;
  private final Billing billing;
  private final SerialNumbers serials;
  private final Replies replies;
  private final Payments payments;
  private final Resolver resolver;
  private final Reversals reversals;

  Engine(
      JpaTemplate jpa,
      Journal journal,
      Credit credit,
      Receipts receipts,
      PlatformClock clock,
      Duration patience,
      Backoff backoff) {
    this.jpa = jpa;
    this.clock = clock;
    billing = new Billing(clock);
    serials = new SerialNumbers(jpa, clock);
    replies = new Replies(receipts, clock);
    Ledger ledger = new Ledger(jpa, journal, credit, receipts, serials, clock, backoff, patience);
    payments = new Payments(jpa, ledger, billing, replies, serials, clock);
    resolver = new Resolver(jpa, ledger, billing, payments, clock);
    reversals = new Reversals(jpa, ledger, resolver, replies, serials, clock);
  }

  /** Sets the billing system to call. */
  void use(BillingSystem system) {
    billing.use(system);
  }

  /** Forgets the billing system, unless another has taken its place. */
  void forget(BillingSystem system) {
    billing.forget(system);
  }

  Resolver resolver() {
    return resolver;
  }

  @Override
  public Reply handle(Request request, String channel) {
    if (request instanceof Request.QueryBills query) {
      return queryBills(query, channel);
    }
    if (request instanceof Request.PayBills payment) {
      return payments.pay(payment, channel);
    }
    if (request instanceof Request.QueryTransaction query) {
      return queryTransaction(query);
    }
    if (request instanceof Request.Reverse reversal) {
      return reversals.reverse(reversal, channel);
    }
    throw new IllegalArgumentException("not a transaction: " + request.getClass().getSimpleName());
  }

  private Reply queryBills(Request.QueryBills query, String channel) {
    Instant now = clock.now();
    Origin origin = query.origin();
    BillingHeader header =
        new BillingHeader(
            serials.next(),
            origin.agencyCode(),
            origin.terminalCode(),
            channel,
            now,
            clock.accountingDate(now));
    BillingResult<BillStatement> result = billing.queryBills(header, query.consumer());
    if (result instanceof BillingResult.Confirmed<BillStatement> confirmed) {
      return new Reply.Bills(now, confirmed.value());
    }
    if (result instanceof BillingResult.Declined<BillStatement> declined) {
      return replies.refused(Outcome.refusal(declined.reason()), Outcome.words(declined));
    }
    return replies.refused(Refusal.BILLING_UNAVAILABLE, "the billing system gave no answer");
  }

  private Reply queryTransaction(Request.QueryTransaction query) {
    return jpa.txExpr(
            TransactionType.Required,
            em ->
                TransactionTable.find(
                    em,
                    query.origin().terminalCode(),
                    query.originalBatchNo(),
                    query.originalTraceNo()))
        .map(replies::toQuery)
        .orElseGet(replies::notFound);
  }

  @Override
  public Optional<TransactionRecord> find(SerialNo serialNo) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> TransactionTable.find(em, serialNo.number()).map(Records::record));
  }

  @Override
  public List<TransactionRecord> unsettled(int limit) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> TransactionTable.unsettled(em, limit).stream().map(Records::record).toList());
  }

  @Override
  public List<TransactionRecord> latest(String terminalCode, int limit) {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            TransactionTable.latest(em, terminalCode, limit).stream()
                .map(Records::record)
                .toList());
  }
}
