package org.gridtill.simulator.sg186.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.simulator.card.CpuCard;
import org.gridtill.simulator.card.Insertion;
import org.gridtill.simulator.card.Meter;
import org.gridtill.simulator.card.SubstituteCryptography;
import org.gridtill.simulator.sg186.TestConsumers;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.gridtill.simulator.sg186.contract.types.TransactionKind;
import org.gridtill.simulator.sg186.utility.Consumer;

/** A counter where a consumer with a card meter buys, and the meter at its home. */
final class Counter {

  static final SubstituteCryptography KEYS = new SubstituteCryptography();

  final Ledger ledger;
  final Consumer consumer = Calls.consumer(TestConsumers.cardMeter(0));
  final Meter meter = new Meter(consumer.meterNo(), Money.ofFen(500_000), KEYS, Clock.systemUTC());
  CpuCard card = newCard();

  private int cards;
  private int serials;
  private Call last;

  Counter(Ledger ledger) {
    this.ledger = ledger;
  }

  CpuCard newCard() {
    cards++;
    return new CpuCard(String.format("C0%014X", cards), KEYS, cards);
  }

  /** Buys, and writes the card if the sale is made. */
  Answer buy(long fen) throws DuplicateSerialException {
    Answer answer = sell(fen);
    write(answer);
    return answer;
  }

  /** Buys, and leaves the card as it is. */
  Answer sell(long fen) throws DuplicateSerialException {
    CardReading reading = card.reading();
    boolean opening = reading.parameters().isEmpty();
    return execute(
        opening ? TransactionKind.CARD_OPENING : TransactionKind.CARD_RECHARGE, fen, "", reading);
  }

  Answer replace(CpuCard with) throws DuplicateSerialException {
    card = with;
    return execute(TransactionKind.CARD_REPLACEMENT, 0, "", card.reading());
  }

  Answer rewrite(String sale) throws DuplicateSerialException {
    return execute(TransactionKind.CARD_REWRITE, 0, sale, card.reading());
  }

  Answer clear(String sale) throws DuplicateSerialException {
    return execute(TransactionKind.CARD_CLEARING, 0, sale, card.reading());
  }

  Answer execute(TransactionKind kind, long fen, String original, CardReading reading)
      throws DuplicateSerialException {
    last = Calls.call(kind, nextSerial(), consumer, fen, original, Call.Details.of(reading));
    return ledger.execute(last, Optional.empty());
  }

  ResultCode reverse(Call original, Call.Details details) throws DuplicateSerialException {
    return ledger.execute(Calls.reversal(nextSerial(), original, details), Optional.empty()).code();
  }

  ResultCode report(String sale, CardOutcome outcome) {
    return ledger.report(sale, "A001", consumer.number(), outcome, Optional.empty());
  }

  void write(Answer answer) {
    answer.effect().script().ifPresent(card::write);
  }

  Insertion insert() {
    return meter.insert(card);
  }

  /** Opens the account with 100 yuan, which the meter has then. */
  void open() throws DuplicateSerialException {
    assertThat(buy(10_000).code()).isEqualTo(ResultCode.DONE);
    assertThat(insert()).isEqualTo(Insertion.CREDITED);
  }

  /** Returns the call that was made last, but for reversals. */
  Call last() {
    return last;
  }

  MeterView view() {
    return ledger.meter(consumer, Optional.empty(), Calls.DAY);
  }

  private String nextSerial() {
    serials++;
    return "S" + serials;
  }
}
