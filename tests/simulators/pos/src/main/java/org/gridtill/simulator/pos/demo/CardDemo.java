package org.gridtill.simulator.pos.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.gridtill.api.adapter.Money;
import org.gridtill.simulator.card.CpuCard;
import org.gridtill.simulator.card.Insertion;
import org.gridtill.simulator.card.Meter;
import org.gridtill.simulator.card.SubstituteCryptography;
import org.gridtill.simulator.pos.CardTerminal;
import org.gridtill.simulator.pos.CardTerminal.CardResult;
import org.gridtill.simulator.pos.MeterFigures;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.pos.card.SoftwareCardSlot;

/**
 * Gets a consumer a card, recharges it, and puts it in a meter, both in software; then shows by a
 * second query that the platform has learned what the meter did.
 */
final class CardDemo {

  private static final long PURCHASE_FEN = 10_000;
  private static final SubstituteCryptography KEYS = new SubstituteCryptography();

  private final PosTerminal terminal;
  private final String consumer;
  private final PrintStream out;
  private final CpuCard card;
  private final CardTerminal cards;

  CardDemo(PosTerminal terminal, String consumer, PrintStream out) {
    this.terminal = terminal;
    this.consumer = consumer;
    this.out = out;
    // A card that was replaced is never taken again, so each run has a new one.
    long serial = ThreadLocalRandom.current().nextLong();
    card = new CpuCard("%016X".formatted(serial), KEYS, serial);
    cards = new CardTerminal(terminal, new SoftwareCardSlot(card));
  }

  /** Returns why it failed; empty if all went well. */
  String run() throws IOException {
    DemoTerminal.title(out, "6. Meter query: consumer " + consumer);
    PosAnswer answer = terminal.queryMeter(consumer);
    if (!answer.done()) {
      return refused("the meter query", answer);
    }
    MeterFigures known = answer.meter();
    show(known);
    if (known.remote() || !known.meterNo().matches("[0-9]{1,12}")) {
      return "The meter of consumer " + consumer + " takes no card of this kind.";
    }
    Meter meter = meter(known);
    CardResult first = firstWrite(known);
    if (!first.done()) {
      return failed(first);
    }
    insert(meter);
    return recharge(meter);
  }

  private CardResult firstWrite(MeterFigures known) throws IOException {
    if (known.opened()) {
      DemoTerminal.title(out, "7. Card replacement: the old card is lost");
      return cards.replace(consumer);
    }
    DemoTerminal.title(out, "7. Card opening: a first purchase on a blank card");
    return cards.open(consumer, purchase(known));
  }

  private String recharge(Meter meter) throws IOException {
    DemoTerminal.title(out, "8. Meter query, with the card");
    PosAnswer before = cards.query(consumer);
    if (!before.done()) {
      return refused("the meter query", before);
    }
    show(before.meter());
    long fen = purchase(before.meter());
    DemoTerminal.title(out, "9. Card recharge: " + DemoTerminal.yuan(fen) + " yuan");
    CardResult sale = cards.recharge(consumer, fen);
    if (!sale.done()) {
      return failed(sale);
    }
    TextBox.around(sale.answer().text()).forEach(out::println);
    Insertion insertion = insert(meter);
    if (insertion != Insertion.CREDITED) {
      return "The meter did not take the credit: " + insertion;
    }
    DemoTerminal.title(out, "10. Meter query, with the card: the evidence");
    PosAnswer after = cards.query(consumer);
    if (!after.done()) {
      return refused("the meter query", after);
    }
    show(after.meter());
    boolean known = after.meter().pendingFen() == 0;
    return known ? "" : "The platform does not know that the meter took the credit.";
  }

  /**
   * Makes a meter that is in the state which the utility knows: it is where the last run left it.
   */
  private Meter meter(MeterFigures known) {
    Meter meter = new Meter(known.meterNo(), Meter.CAPACITY, KEYS, Clock.systemUTC());
    if (known.opened()) {
      meter.open(consumer, Money.ZERO, 0);
      long taken = known.purchaseCount() - (known.pendingFen() > 0 ? 1 : 0);
      for (int count = 1; count <= taken; count++) {
        meter.recharge(consumer, Money.ofFen(1), count);
      }
    }
    return meter;
  }

  private Insertion insert(Meter meter) {
    Insertion insertion = meter.insert(card);
    out.println();
    out.println(
        "The card is put in the meter: "
            + insertion
            + ", purchase count "
            + meter.purchaseCount()
            + ", credit "
            + DemoTerminal.yuan(meter.remaining().fen()));
    return insertion;
  }

  private static long purchase(MeterFigures meter) {
    return Math.max(meter.minFen(), Math.min(PURCHASE_FEN, meter.maxFen()));
  }

  private void show(MeterFigures meter) {
    out.printf(
        "Meter %s: %s, purchase count %d, pending %s, may buy %s to %s%n",
        meter.meterNo(),
        meter.opened() ? "open" : "not open",
        meter.purchaseCount(),
        DemoTerminal.yuan(meter.pendingFen()),
        DemoTerminal.yuan(meter.minFen()),
        DemoTerminal.yuan(meter.maxFen()));
  }

  private static String failed(CardResult result) {
    if (!result.answer().done()) {
      return refused("to write the card", result.answer());
    }
    if (result.outcome() == null) {
      return "The platform gave nothing to write to the card.";
    }
    return result.report().done()
        ? "The card was not written: " + result.outcome()
        : refused("the card report", result.report());
  }

  private static String refused(String what, PosAnswer answer) {
    return "The platform refused " + what + ": code " + answer.code() + ", " + answer.text();
  }
}
