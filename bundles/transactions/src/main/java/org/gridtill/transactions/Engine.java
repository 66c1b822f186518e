package org.gridtill.transactions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.BillingHeader;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.terminal.CardRequest;
import org.gridtill.api.adapter.terminal.MoneyRequest;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.ReversalDesk;
import org.gridtill.api.platform.transactions.StateTransition;
import org.gridtill.api.platform.transactions.TransactionEngine;
import org.gridtill.api.platform.transactions.TransactionRecord;
import org.gridtill.api.platform.transactions.TransactionStep;
import org.gridtill.store.transactions.TransactionRow;

/** Puts the parts of the engine together, and sends each request to the part that serves it. */
final class Engine implements TransactionEngine {

  private final JpaTemplate jpa;
  private final PlatformClock clock;
  private final Billing billing;
  private final SerialNumbers serials;
  private final Replies replies;
  private final Orders orders;
  private final CardReports reports;
  private final Resolver resolver;
  private final Reversals reversals;
  private final Desk desk;

  Engine(EngineParts parts) {
    jpa = parts.jpa();
    clock = parts.clock();
    billing = parts.billing();
    serials = new SerialNumbers(jpa, clock);
    replies = new Replies(jpa, parts.books().receipts(), clock);
    ReversalLimits limits = new ReversalLimits(jpa, parts.policy());
    Ledger ledger = parts.ledger(serials, limits);
    orders = parts.orders(ledger, billing, replies, serials);
    resolver = new Resolver(jpa, ledger, billing, orders, clock);
    ReversalCommit commit = new ReversalCommit(jpa, ledger, limits, parts.policy(), clock);
    reversals = new Reversals(jpa, ledger, commit, resolver, replies, serials, clock);
    reports = new CardReports(jpa, ledger, orders.originals(), orders.evidence(), replies, clock);
    desk = new Desk(jpa, commit, limits, resolver, clock);
  }

  Orders orders() {
    return orders;
  }

  Resolver resolver() {
    return resolver;
  }

  ReversalDesk desk() {
    return desk;
  }

  @Override
  public Reply handle(Request request, String channel) {
    Optional<CardOrder> cardOrder = CardOrder.of(request);
    if (cardOrder.isPresent()) {
      return orders.serve(cardOrder.get(), request, channel);
    }
    if (request instanceof MoneyRequest money) {
      return orders.serve(money, channel);
    }
    if (request instanceof CardRequest.Report report) {
      return reports.report(report);
    }
    if (request instanceof Request.Reverse reversal) {
      return reversals.reverse(reversal, channel);
    }
    return query(request, channel);
  }

  private Reply query(Request request, String channel) {
    if (request instanceof Request.QueryBills query) {
      return answer(
          billing.queryBills(header(query.origin(), channel), query.consumer()),
          bills -> new Reply.Bills(clock.now(), bills));
    }
    if (request instanceof Request.QueryMeter query) {
      orders.evidence().look(query.consumer(), query.card());
      return answer(
          billing.queryMeter(header(query.origin(), channel), query.consumer(), query.card()),
          account -> new Reply.MeterFound(clock.now(), account));
    }
    if (request instanceof Request.QueryTransaction query) {
      return queryTransaction(query);
    }
    throw new IllegalArgumentException("not a transaction: " + request.getClass().getSimpleName());
  }

  private BillingHeader header(Origin origin, String channel) {
    Instant now = clock.now();
    return new BillingHeader(
        serials.next(),
        origin.agencyCode(),
        origin.terminalCode(),
        channel,
        now,
        clock.accountingDate(now));
  }

  private <T> Reply answer(BillingResult<T> result, Function<T, Reply> reply) {
    if (result instanceof BillingResult.Confirmed<T> confirmed) {
      return reply.apply(confirmed.value());
    }
    if (result instanceof BillingResult.Declined<T> declined) {
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
        em -> TransactionTable.find(em, serialNo.number()).map(row -> Records.record(em, row)));
  }

  @Override
  public List<TransactionRecord> unsettled(int limit) {
    return records(em -> TransactionTable.unsettled(em, limit));
  }

  @Override
  public List<TransactionRecord> latest(String terminalCode, int limit) {
    return records(em -> TransactionTable.latest(em, terminalCode, limit));
  }

  private List<TransactionRecord> records(Function<EntityManager, List<TransactionRow>> rows) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> rows.apply(em).stream().map(row -> Records.record(em, row)).toList());
  }

  @Override
  public List<TransactionStep> story(SerialNo serialNo) {
    return jpa.txExpr(TransactionType.Required, em -> Story.read(em, serialNo.number()));
  }

  @Override
  public TransactionRecord resolve(SerialNo serialNo) {
    if (find(serialNo).isEmpty()) {
      throw new IllegalArgumentException("there is no transaction " + serialNo);
    }
    resolver.hurry(serialNo.number());
    return find(serialNo).orElseThrow();
  }

  @Override
  public List<StateTransition> stateMachine() {
    return StateMachine.rows();
  }
}
