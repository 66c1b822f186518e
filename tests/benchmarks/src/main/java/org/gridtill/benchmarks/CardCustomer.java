package org.gridtill.benchmarks;

import java.io.IOException;
import java.time.Clock;
import org.gridtill.api.adapter.Money;
import org.gridtill.simulator.card.CpuCard;
import org.gridtill.simulator.card.Insertion;
import org.gridtill.simulator.card.Meter;
import org.gridtill.simulator.card.SubstituteCryptography;
import org.gridtill.simulator.pos.CardTerminal;
import org.gridtill.simulator.pos.CardTerminal.CardResult;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.pos.card.SoftwareCardSlot;

/** A consumer with a card and a meter, both in software. For use by one thread at a time. */
final class CardCustomer {

  static final long PURCHASE_FEN = 10_000;

  private static final SubstituteCryptography KEYS = new SubstituteCryptography();
  private static final long METERS_BEFORE_FIRST = 200_000_000_000L;

  private final String consumer;
  private final CpuCard card;
  private final Meter meter;

  CardCustomer(String consumer) {
    this.consumer = consumer;
    long number = Long.parseLong(consumer);
    card = new CpuCard("%016X".formatted(number), KEYS, number);
    meter =
        new Meter(
            Long.toString(METERS_BEFORE_FIRST + number), Meter.CAPACITY, KEYS, Clock.systemUTC());
  }

  /**
   * Has an account opened at a terminal, and puts the card in the meter.
   *
   * @return why that failed; null if it did not
   */
  String open(PosTerminal terminal) throws IOException {
    return insertAfter(cards(terminal).open(consumer, PURCHASE_FEN));
  }

  /**
   * Recharges the card at a terminal, and puts it in the meter: the terminal reads it, sells,
   * writes it, and reports.
   *
   * @return why that failed; null if it did not
   */
  String recharge(PosTerminal terminal) throws IOException {
    return insertAfter(cards(terminal).recharge(consumer, PURCHASE_FEN));
  }

  private CardTerminal cards(PosTerminal terminal) {
    return new CardTerminal(terminal, new SoftwareCardSlot(card));
  }

  private String insertAfter(CardResult result) {
    if (!result.answer().done()) {
      return Till.refusal(result.answer());
    }
    if (!result.done()) {
      return "the card is " + result.outcome() + ", its report " + result.report();
    }
    Insertion insertion = meter.insert(card);
    if (insertion != Insertion.CREDITED) {
      return "the meter says " + insertion;
    }
    // Used up, so that the meter never has more than it may store.
    meter.consume(Money.ofFen(PURCHASE_FEN));
    return null;
  }
}
