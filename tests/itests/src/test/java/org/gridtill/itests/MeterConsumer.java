package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.gridtill.api.adapter.Money;
import org.gridtill.simulator.card.CpuCard;
import org.gridtill.simulator.card.Insertion;
import org.gridtill.simulator.card.Meter;
import org.gridtill.simulator.card.SubstituteCryptography;
import org.gridtill.simulator.pos.CardTerminal;
import org.gridtill.simulator.pos.CardTerminal.CardResult;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.pos.card.SoftwareCardSlot;

/** A consumer with a card meter and a card, both in software, at a terminal with a card reader. */
final class MeterConsumer {

  private static final SubstituteCryptography KEYS = new SubstituteCryptography();
  private static final AtomicLong SERIALS = new AtomicLong();

  private final PosTerminal terminal;
  private final String number;
  private final Meter meter;
  private CpuCard card;
  private SoftwareCardSlot slot;
  private CardTerminal cards;

  /** One with a blank card, and a meter that is not open. */
  MeterConsumer(PosTerminal terminal, String number) throws IOException {
    this.terminal = terminal;
    this.number = number;
    meter =
        new Meter(
            terminal.queryMeter(number).meter().meterNo(), Meter.CAPACITY, KEYS, Clock.systemUTC());
    newCard();
  }

  /** Takes a blank card. */
  void newCard() {
    long serial = SERIALS.incrementAndGet();
    card = new CpuCard("%016X".formatted(serial), KEYS, serial);
    slot = new SoftwareCardSlot(card);
    cards = new CardTerminal(terminal, slot);
  }

  /** Opens the account with a purchase, and puts the card in the meter. */
  CardResult openAndInsert(long fen) throws IOException {
    CardResult opened = cards.open(number, fen);
    assertThat(opened.answer().code()).isEqualTo("00");
    assertThat(opened.done()).isTrue();
    assertThat(insert()).isEqualTo(Insertion.CREDITED);
    return opened;
  }

  Insertion insert() {
    return meter.insert(card);
  }

  String number() {
    return number;
  }

  Meter meter() {
    return meter;
  }

  /** Returns the credit in the meter, in fen. */
  long remainingFen() {
    Money remaining = meter.remaining();
    return remaining.fen();
  }

  CpuCard card() {
    return card;
  }

  SoftwareCardSlot slot() {
    return slot;
  }

  /** Returns what the terminal does with the card. */
  CardTerminal cards() {
    return cards;
  }
}
