package org.gridtill.transactions;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardWrite;
import org.gridtill.api.adapter.terminal.CardRequest;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Original;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.simulator.card.CpuCard;
import org.gridtill.simulator.card.Insertion;
import org.gridtill.simulator.card.Meter;
import org.gridtill.simulator.card.SubstituteCryptography;

/**
 * A terminal that keeps to the protocol, with its consumers, their cards and meters: what it sends
 * follows from what it was told and did, and it says nothing of a card that it does not know.
 */
final class ModelTill {

  static final String BATCH = "000001";

  private final Origin base;
  private final ConsumerNo payer;
  private final ConsumerNo cardHolder;
  private final ConsumerNo remote;
  private final SubstituteCryptography keys = new SubstituteCryptography();
  private final CpuCard card;
  private final CpuCard spare;
  private final Meter meter;
  private final List<Order> orders = new ArrayList<>();
  private Money credited = Money.ZERO;
  private int trace = 1;

  /** An order that was sent, and what came of it as far as the terminal knows. */
  static final class Order {
    final int trace;
    final Request request;
    final Order sale;
    Reply told;
    boolean reversed;

    /** What to write, from the latest answer; null once it was used or given up. */
    CardWrite script;

    CardOutcome outcome;

    Order(int trace, Request request, Order sale) {
      this.trace = trace;
      this.request = request;
      this.sale = sale;
    }

    Order saleOrSelf() {
      return sale == null ? this : sale;
    }

    boolean isCardSale() {
      return request instanceof CardRequest.Open || request instanceof CardRequest.Recharge;
    }
  }

  ModelTill(String terminal, String agency, int number) {
    base = new Origin(terminal, agency, BATCH, "000000", "C1");
    payer = new ConsumerNo(String.format("1%09d", number));
    cardHolder = new ConsumerNo(String.format("2%09d", number));
    remote = new ConsumerNo(String.format("3%09d", number));
    card = new CpuCard(String.format("C0%014d", number), keys, number);
    spare = new CpuCard(String.format("C1%014d", number), keys, number + 1L);
    meter =
        new Meter(
            ModelUtility.meterNo(cardHolder),
            Meter.CAPACITY,
            keys,
            Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC));
  }

  List<Order> orders() {
    return orders;
  }

  Money credited() {
    return credited;
  }

  Origin origin(int number) {
    return new Origin(
        base.terminalCode(), base.agencyCode(), BATCH, String.format("%06d", number), "C1");
  }

  static Money amount(int number) {
    return Money.ofFen(1000L + number);
  }

  int nextTrace() {
    return trace;
  }

  private static <T> T latest(List<T> list, int which) {
    return list.get(list.size() - 1 - Math.floorMod(which, list.size()));
  }

  /** Returns an earlier order, if there is one; 0 for the latest. */
  Optional<Order> earlier(int which) {
    return orders.isEmpty() ? Optional.empty() : Optional.of(latest(orders, which));
  }

  private Optional<Order> earlierSale(int which) {
    List<Order> sales = orders.stream().filter(Order::isCardSale).toList();
    return sales.isEmpty() ? Optional.empty() : Optional.of(latest(sales, which));
  }

  /** Makes the order that an operation stands for; empty if it makes none, or none is possible. */
  Optional<Order> order(Op op) {
    int number = trace;
    Origin origin = origin(number);
    Order order =
        switch (op.kind()) {
          case PAY -> new Order(number, new Request.PayBills(origin, payer, amount(number)), null);
          case PREPAY -> new Order(number, new Request.Prepay(origin, payer, amount(number)), null);
          case RECHARGE_REMOTELY ->
              new Order(number, new Request.RechargeRemotely(origin, remote, amount(number)), null);
          case OPEN ->
              new Order(
                  number, new CardRequest.Open(origin, cardHolder, amount(number), read()), null);
          case RECHARGE ->
              new Order(
                  number,
                  new CardRequest.Recharge(origin, cardHolder, amount(number), read()),
                  null);
          case REPLACE ->
              new Order(number, new CardRequest.Replace(origin, cardHolder, spare.reading()), null);
          case REWRITE ->
              earlierSale(op.which())
                  .map(
                      sale ->
                          new Order(
                              number, new CardRequest.Rewrite(origin, key(sale), read()), sale))
                  .orElse(null);
          case CLEAR ->
              earlierSale(op.which())
                  .map(
                      sale ->
                          new Order(number, new CardRequest.Clear(origin, key(sale), read()), sale))
                  .orElse(null);
          default -> null;
        };
    if (order != null) {
      orders.add(order);
      trace++;
    }
    return Optional.ofNullable(order);
  }

  /** A reading starts a new session with the card, in which older scripts are of no use. */
  private CardReading read() {
    orders.forEach(o -> o.script = null);
    return card.reading();
  }

  private static Original key(Order order) {
    return new Original.ByKey(BATCH, String.format("%06d", order.trace));
  }

  /** Takes in an answer to an order. */
  void told(Order order, Reply reply) {
    order.told = reply;
    if (reply instanceof Reply.Paid paid
        && paid.payment().card() != null
        && !(order.request instanceof CardRequest.Replace)
        && order.outcome == null) {
      order.script = paid.payment().card();
    }
  }

  /** Makes the reversal of an order; the terminal gives up what it has not begun to write. */
  Request.Reverse reversal(Order order, int which) {
    CardOutcome outcome = null;
    if (order.isCardSale() && order.outcome == null) {
      order.script = null;
      outcome = CardOutcome.NOT_WRITTEN;
    }
    order.reversed = true;
    return new Request.Reverse(
        origin(900_000 + which),
        BATCH,
        String.format("%06d", order.trace),
        amount(order.trace),
        which % 2 == 0 ? Request.Cause.NO_ANSWER : Request.Cause.COLLECTOR,
        outcome);
  }

  /** Writes the card with the latest script at hand; it may be pulled out in the middle. */
  void write(int which) {
    orders.stream()
        .filter(o -> o.script != null)
        .reduce((a, b) -> b)
        .ifPresent(
            order -> {
              card.pullOutAfter(which % 4 == 2 ? which % 7 : -1);
              CardWrite script = order.script;
              order.script = null;
              order.outcome = card.write(script);
              card.pullOutAfter(-1);
              if (order.outcome == CardOutcome.WRITTEN
                  && order.request instanceof CardRequest.Clear) {
                order.outcome = CardOutcome.CLEARED;
              }
              // The sale's own script is used up with any attempt after it.
              order.saleOrSelf().outcome = order.outcome;
            });
  }

  /** Makes a report about an attempt to write, if there was one. */
  Optional<CardRequest.Report> report(int which) {
    List<Order> written = orders.stream().filter(o -> o.outcome != null).toList();
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Order order = latest(written, which);
    CardReading reading = which % 2 == 0 ? read() : null;
    return Optional.of(
        new CardRequest.Report(origin(800_000 + which), key(order), order.outcome, reading));
  }

  Request.QueryMeter queryMeter(int which) {
    return new Request.QueryMeter(origin(700_000 + which), cardHolder, read());
  }

  /** Puts the card into the meter. */
  void insert() {
    orders.forEach(o -> o.script = null);
    Money before = meter.remaining();
    Insertion insertion = meter.insert(card);
    if (insertion == Insertion.CREDITED) {
      credited = credited.plus(meter.remaining().minus(before));
    }
  }
}
