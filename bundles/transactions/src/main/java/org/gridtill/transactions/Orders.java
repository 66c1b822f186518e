package org.gridtill.transactions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.Purpose;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.terminal.CardRequest;
import org.gridtill.api.adapter.terminal.MoneyRequest;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.store.transactions.MeterSaleRow;
import org.gridtill.store.transactions.TransactionRow;

/** Serves every request that becomes a transaction: intent, call, outcome, answer. */
class Orders {

  private final JpaTemplate jpa;
  private final Ledger ledger;
  private final Billing billing;
  private final Replies replies;
  private final SerialNumbers serials;
  private final PlatformClock clock;
  private final Originals originals;
  private final Evidence evidence;

  Orders(
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
    originals = new Originals(jpa);
    evidence = new Evidence(jpa, ledger);
  }

  Originals originals() {
    return originals;
  }

  Evidence evidence() {
    return evidence;
  }

  /** What is to be written and called. */
  private record Plan(
      TransactionRow.Order order,
      Purpose purpose,
      BiFunction<EntityManager, TransactionRow, Optional<Objection>> rule) {}

  /** Serves a sale, a payment, or a replacement. */
  Reply serve(MoneyRequest request, String channel) {
    return serve(
        request,
        channel,
        () -> {
          Purpose purpose = purpose(request);
          evidence.look(request.consumer(), card(request));
          return new Plan(
              new TransactionRow.Order(
                  purpose.kind().name(),
                  request.consumer().value(),
                  request.amount().fen(),
                  null,
                  Content.of(request),
                  today()),
              purpose,
              (em, row) -> objection(em, request));
        });
  }

  /** Serves an order about the card of an earlier sale. */
  Reply serve(CardOrder order, Request request, String channel) {
    Optional<TransactionRow> sale =
        originals
            .find(request.origin(), order.sale())
            .filter(row -> Kinds.hasMeterSale(Kinds.kind(row)))
            .filter(row -> !Kinds.isCardOrder(Kinds.kind(row)));
    if (sale.isEmpty()) {
      return replies.refused(Refusal.UNKNOWN_TRANSACTION, "there is no such sale on a card");
    }
    return serve(
        request,
        channel,
        () -> {
          // The card that is to be written or cleared may show that the meter has its purchase.
          evidence.look(new ConsumerNo(sale.get().consumerNo()), order.card());
          return new Plan(
              new TransactionRow.Order(
                  order.kind().name(),
                  sale.get().consumerNo(),
                  0,
                  sale.get().serialNo(),
                  Content.of(request),
                  today()),
              order.purpose(sale.get().serialNo()),
              order::admit);
        });
  }

  private Reply serve(Request request, String channel, Supplier<Plan> planning) {
    Optional<TransactionRow> earlier = find(request.origin());
    if (earlier.isPresent()) {
      return repeat(earlier.get(), request);
    }
    Plan plan = planning.get();
    TransactionRow row = newRow(request.origin(), channel, plan);
    try {
      row = ledger.authorise(row, newSale(row, plan.purpose()), plan.rule());
    } catch (RuntimeException e) {
      // The same key at the same moment: the other one is the first, and this one its repetition.
      return repeat(find(request.origin()).orElseThrow(() -> e), request);
    }
    if (Kinds.state(row).isSettled()) {
      return replies.toOrder(row);
    }
    return replies.toOrder(conclude(row, billing.execute(row, plan.purpose())));
  }

  /** Books what the billing system said to an order or to an inquiry about it. */
  TransactionRow conclude(TransactionRow row, BillingResult<BillingConfirmation> result) {
    long serialNo = row.serialNo();
    if (result instanceof BillingResult.Confirmed<BillingConfirmation> confirmed) {
      return ledger.apply(serialNo, Event.ORDER_CONFIRMED, Outcome.confirmed(confirmed.value()));
    }
    if (result instanceof BillingResult.Declined<BillingConfirmation> declined) {
      return ledger.apply(serialNo, Event.ORDER_DECLINED, Outcome.declined(declined));
    }
    String words = result instanceof BillingResult.Unknown<?> unknown ? unknown.text() : null;
    return ledger.apply(serialNo, Event.ORDER_UNCLEAR, Outcome.unclear(words));
  }

  Optional<TransactionRow> find(Origin key) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> TransactionTable.find(em, key.terminalCode(), key.batchNo(), key.traceNo()));
  }

  private Optional<Objection> objection(EntityManager em, MoneyRequest request) {
    Optional<Objection> objection = CardRules.objection(request);
    if (objection.isPresent() || !(request instanceof CardRequest.Recharge)) {
      return objection;
    }
    return evidence
        .notInserted(em, request.consumer())
        .map(
            sale ->
                new Objection(
                    Refusal.CARD_NOT_INSERTED,
                    "purchase " + sale.purchaseCount() + " has not been inserted in the meter"));
  }

  private static Purpose purpose(MoneyRequest request) {
    if (request instanceof Request.PayBills pay) {
      return new Purpose.Bills(pay.months());
    }
    if (request instanceof Request.Prepay) {
      return new Purpose.Prepayment();
    }
    if (request instanceof Request.RechargeRemotely) {
      return new Purpose.RemoteRecharge();
    }
    if (request instanceof CardRequest.Open open) {
      return new Purpose.CardOpening(open.card());
    }
    if (request instanceof CardRequest.Recharge recharge) {
      return new Purpose.CardRecharge(recharge.card());
    }
    return new Purpose.CardReplacement(((CardRequest.Replace) request).card());
  }

  private static CardReading card(MoneyRequest request) {
    return request instanceof CardRequest.Recharge recharge ? recharge.card() : null;
  }

  private TransactionRow newRow(Origin origin, String channel, Plan plan) {
    return new TransactionRow(
        serials.next().number(),
        new TransactionRow.Key(
            origin.terminalCode(),
            origin.batchNo(),
            origin.traceNo(),
            origin.agencyCode(),
            origin.collectorCode(),
            channel),
        plan.order(),
        clock.now().toEpochMilli());
  }

  private static MeterSaleRow newSale(TransactionRow row, Purpose purpose) {
    TransactionKind kind = Kinds.kind(row);
    return Kinds.hasMeterSale(kind)
        ? new MeterSaleRow(
            row.serialNo(),
            row.consumerNo(),
            purpose.card() == null ? null : purpose.card().cardSerial(),
            CardState.NONE.name(),
            MeterState.NONE.name())
        : null;
  }

  private Reply repeat(TransactionRow row, Request request) {
    boolean same =
        row.agencyCode().equals(request.origin().agencyCode())
            && (row.content() == null
                ? isSameAsBefore(row, request)
                : row.content().equals(Content.of(request)));
    return same
        ? replies.toOrder(row)
        : replies.refused(
            Refusal.DUPLICATE_KEY, "this trace number was used for another transaction");
  }

  /** What came before contents were kept, or is blocked by a reversal that says the amount only. */
  private static boolean isSameAsBefore(TransactionRow row, Request request) {
    return request instanceof MoneyRequest money
        && row.amount() == money.amount().fen()
        && (row.consumerNo() == null || row.consumerNo().equals(money.consumer().value()));
  }

  private LocalDate today() {
    Instant now = clock.now();
    return clock.accountingDate(now);
  }
}
