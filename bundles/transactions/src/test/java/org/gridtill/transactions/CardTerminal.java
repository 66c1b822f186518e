package org.gridtill.transactions;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardType;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.CardWrite;
import org.gridtill.api.adapter.terminal.CardRequest;
import org.gridtill.api.adapter.terminal.Original;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.TransactionRecord;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.simulator.card.CardScript;
import org.gridtill.simulator.card.CpuCard;
import org.gridtill.simulator.card.Meter;
import org.gridtill.simulator.card.SubstituteCryptography;

/** A terminal with a card reader, and a consumer in front of it with a card and a meter. */
final class CardTerminal {

  static final ConsumerNo CONSUMER = new ConsumerNo("0100000001");
  private static final int REPORT = 900;
  private static final SubstituteCryptography KEYS = new SubstituteCryptography();

  final Meter meter = meter(CONSUMER);
  CpuCard card = blank();
  private final EngineFixture f;
  private int cards;
  private int reports = REPORT;

  CardTerminal(EngineFixture f) {
    this.f = f;
  }

  static Meter meter(ConsumerNo consumer) {
    Clock clock = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    return new Meter(ModelUtility.meterNo(consumer), Meter.CAPACITY, KEYS, clock);
  }

  CpuCard blank() {
    cards++;
    return new CpuCard(String.format("%016X", cards), KEYS, cards);
  }

  /** Returns a card with a purchase that the platform knows nothing of. */
  CpuCard written(ConsumerNo consumer, long fen, int count) {
    CpuCard made = blank();
    CardWallet wallet = new CardWallet(Money.ofFen(fen), count);
    CardType type = count == 1 ? CardType.OPENING : CardType.PURCHASE;
    CardScript script = new CardScript(KEYS);
    made.write(
        script.sale(
            made.reading(), ModelUtility.meterNo(consumer), consumer.value(), type, wallet));
    return made;
  }

  Reply handle(Request request) {
    return f.engine.handle(request, "pos");
  }

  Reply open(int trace, long fen) {
    return handle(
        new CardRequest.Open(
            EngineFixture.origin(trace), CONSUMER, Money.ofFen(fen), card.reading()));
  }

  Reply recharge(int trace, long fen) {
    return handle(rechargeRequest(trace, fen));
  }

  CardRequest.Recharge rechargeRequest(int trace, long fen) {
    return new CardRequest.Recharge(
        EngineFixture.origin(trace), CONSUMER, Money.ofFen(fen), card.reading());
  }

  Reply rewrite(int trace, int sale) {
    return handle(
        new CardRequest.Rewrite(EngineFixture.origin(trace), original(sale), card.reading()));
  }

  Reply clear(int trace, int sale) {
    return handle(
        new CardRequest.Clear(EngineFixture.origin(trace), original(sale), card.reading()));
  }

  Reply replace(int trace) {
    return handle(new CardRequest.Replace(EngineFixture.origin(trace), CONSUMER, card.reading()));
  }

  Reply query() {
    return handle(
        new Request.QueryMeter(EngineFixture.origin(REPORT - 1), CONSUMER, card.reading()));
  }

  Reply report(int written, CardOutcome outcome) {
    return report(written, outcome, null);
  }

  Reply report(int written, CardOutcome outcome, CardReading reading) {
    return handle(
        new CardRequest.Report(
            EngineFixture.origin(reports++), original(written), outcome, reading));
  }

  /** The collector wants a sale undone, and says what is known of the card; null if nothing. */
  Reply reverse(int sale, long fen, CardOutcome outcome) {
    return reverse(sale, fen, Request.Cause.COLLECTOR, outcome);
  }

  Reply reverse(int sale, long fen, Request.Cause cause, CardOutcome outcome) {
    return handle(
        new Request.Reverse(
            EngineFixture.origin(999),
            "000001",
            String.format("%06d", sale),
            Money.ofFen(fen),
            cause,
            outcome));
  }

  /** Writes what a reply gave to the card. */
  CardOutcome write(Reply reply) {
    return card.write(script(reply));
  }

  /** Opens the account and inserts the card, so that the meter has its first purchase. */
  void openAndInsert(int trace, long fen) {
    report(trace, write(open(trace, fen)));
    meter.insert(card);
    query();
    f.resolveDue();
  }

  static CardWrite script(Reply reply) {
    return ((Reply.Paid) reply).payment().card();
  }

  static Refusal refusal(Reply reply) {
    return ((Reply.Refused) reply).reason();
  }

  static Original original(int trace) {
    return new Original.ByKey("000001", String.format("%06d", trace));
  }

  TransactionRecord record(int trace) {
    return f.engine.latest(EngineFixture.TERMINAL, 1000).stream()
        .filter(r -> r.origin().traceNo().equals(String.format("%06d", trace)))
        .findFirst()
        .orElseThrow();
  }

  TransactionState money(int trace) {
    return record(trace).state();
  }

  CardState cardState(int trace) {
    return record(trace).cardState();
  }

  MeterState meterState(int trace) {
    return record(trace).meterState();
  }

  /** Returns what the billing system knows of a sale's card. */
  CardOutcome told(int trace) {
    return f.billing.reported(record(trace).serialNo());
  }
}
