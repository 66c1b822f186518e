package org.gridtill.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.Random;
import org.gridtill.simulator.card.CpuCard;
import org.gridtill.simulator.card.Insertion;
import org.gridtill.simulator.card.Meter;
import org.gridtill.simulator.card.SubstituteCryptography;
import org.gridtill.simulator.pos.CardReadout;
import org.gridtill.simulator.pos.CardTerminal;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosMessage;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.pos.WriteOutcome;
import org.gridtill.simulator.pos.card.SoftwareCardSlot;

/**
 * Somebody with a card and a meter, who buys credit at a terminal again and again. What happens to
 * the card outlives the platform's death, as the terminal's memory of the sale does. For use by one
 * thread at a time.
 */
final class CardCustomer {

  private static final SubstituteCryptography KEYS = new SubstituteCryptography();

  /** A recharge writes five times, so that a card pulled out after two is not written. */
  private static final int SOME_COMMANDS = 2;

  private final PosTerminal terminal;
  private final String consumer;
  private final CpuCard card;
  private final SoftwareCardSlot slot;
  private final CardTerminal cards;
  private final Meter meter;
  private Sale open;

  CardCustomer(PosTerminal terminal, String consumer, String meterNo) {
    this.terminal = terminal;
    this.consumer = consumer;
    long serial = Long.parseLong(consumer);
    card = new CpuCard("%016X".formatted(serial), KEYS, serial);
    slot = new SoftwareCardSlot(card);
    cards = new CardTerminal(terminal, slot);
    meter = new Meter(meterNo, Meter.CAPACITY, KEYS, Clock.systemUTC());
  }

  String consumer() {
    return consumer;
  }

  Meter meter() {
    return meter;
  }

  /** Tells whether the last sale is settled and the card has been in the meter since. */
  boolean isServed() {
    return open == null;
  }

  /** Makes a sale that is not sent yet; to be undone once it is made, now and then. */
  Sale next(Random random) throws IOException {
    long fen = 1_000 + random.nextInt(2_000);
    CardReadout reading = slot.read();
    PosMessage request =
        meter.isOpened()
            ? terminal.requests().rechargeCard(consumer, fen, reading)
            : terminal.requests().openCard(consumer, fen, reading);
    open = new Sale(request, consumer, fen);
    if (random.nextInt(3) == 0) {
      open.undo();
    } else if (meter.isOpened() && random.nextInt(4) == 0) {
      card.pullOutAfter(SOME_COMMANDS);
    }
    return open;
  }

  /** Sends the sale, writes the card, and does what else is to be done; as far as it gets. */
  void buy() throws IOException {
    PosAnswer answer = open.send(terminal);
    if (answer.done()) {
      WriteOutcome outcome = cards.write(answer.cardOrder(), WriteOutcome.WRITTEN);
      cards.report(open.message(), outcome);
    }
    settle();
  }

  /**
   * Goes on with the last sale from wherever it stopped, as the card and the platform show.
   *
   * @return whether it is settled: on the card and in the meter, or off the card and undone
   */
  boolean settle() throws IOException {
    if (open == null) {
      return true;
    }
    PosAnswer found = open.ask(terminal);
    if (found == null) {
      return false;
    }
    if (open.stands()) {
      int count = (int) found.cardOrder().purchaseCount();
      boolean settled = open.isToBeUndone() ? undo(count) : complete(count);
      if (!settled) {
        return false;
      }
    } else if (open.isToBeUndone()) {
      open.learnUndo(terminal.reverse(open.message(), WriteOutcome.NOT_WRITTEN));
      if (!open.isOver()) {
        return false;
      }
    }
    insert();
    open = null;
    return true;
  }

  private boolean complete(int count) throws IOException {
    if (isOnCard(count)) {
      return cards.report(open.message(), WriteOutcome.WRITTEN).done();
    }
    return cards.rewrite(open.message()).done();
  }

  private boolean undo(int count) throws IOException {
    boolean off =
        isOnCard(count)
            ? cards.clear(open.message()).done()
            : cards.report(open.message(), WriteOutcome.UNKNOWN).done();
    if (!off || isOnCard(count)) {
      return false;
    }
    open.learnUndo(terminal.voidTransaction(open.message()));
    if (!open.isOver()) {
      return false;
    }
    return open.ask(terminal) != null;
  }

  private boolean isOnCard(int count) throws IOException {
    return slot.read().purchaseCount() == count;
  }

  /** What is undone must give the meter nothing, and what stands must give it everything. */
  private void insert() throws IOException {
    long before = meter.remaining().fen();
    boolean blank = slot.read().parameterFile().isEmpty();
    Insertion insertion = meter.insert(card);
    if (open.stands()) {
      assertThat(insertion).as("a sale that stands, %s", open).isEqualTo(Insertion.CREDITED);
      assertThat(meter.remaining().fen() - before).isEqualTo(open.fen());
    } else {
      assertThat(insertion)
          .as("a sale that does not stand, %s", open)
          .isEqualTo(blank ? Insertion.BLANK : Insertion.NOTHING_NEW);
      assertThat(meter.remaining().fen()).isEqualTo(before);
    }
  }
}
