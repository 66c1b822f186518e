package org.gridtill.simulator.pos;

import java.io.IOException;

/**
 * What a terminal with a card reader does about meter cards: it reads the card, asks the platform,
 * writes what comes back, and reports. Each step is also there by itself, so that a test can stop
 * between any two. For use by one thread.
 *
 * <p>Methods throw what {@link PosTerminal} throws; then the outcome is unknown.
 */
public final class CardTerminal {

  private final PosTerminal terminal;
  private final CardSlot slot;

  /** Puts a card reader to a terminal. */
  public CardTerminal(PosTerminal terminal, CardSlot slot) {
    this.terminal = terminal;
    this.slot = slot;
  }

  /**
   * What came of asking for something that is written to a card.
   *
   * @param request what was asked
   * @param answer what the platform said
   * @param outcome what became of the card; null if there was nothing to write
   * @param report what the platform said to the report; null if there was none
   */
  public record CardResult(
      PosMessage request, PosAnswer answer, WriteOutcome outcome, PosAnswer report) {

    /** Tells whether the card was written and the platform knows it. */
    public boolean done() {
      return answer.done()
          && (outcome == WriteOutcome.WRITTEN || outcome == WriteOutcome.CLEARED)
          && report.done();
    }
  }

  /** Asks for a consumer's meter, with what is on the card. */
  public PosAnswer query(String consumer) throws IOException {
    return terminal.exchange(terminal.requests().queryMeter(consumer, slot.read()));
  }

  /** Opens a meter account with a first purchase: sells, writes the card, reports. */
  public CardResult open(String consumer, long fen) throws IOException {
    return sell(terminal.requests().openCard(consumer, fen, slot.read()));
  }

  /** Sells credit: sells, writes the card, reports. */
  public CardResult recharge(String consumer, long fen) throws IOException {
    return sell(terminal.requests().rechargeCard(consumer, fen, slot.read()));
  }

  /** Puts a meter account on the new card in the reader: asks, writes the card, reports. */
  public CardResult replace(String consumer) throws IOException {
    return sell(terminal.requests().replaceCard(consumer, slot.read()));
  }

  /** Writes a sale of this terminal to its card once more, and reports. */
  public CardResult rewrite(PosMessage sale) throws IOException {
    PosMessage request = PosRequests.naming(terminal.requests().rewriteCard(slot.read()), sale);
    return writeAndReport(request, WriteOutcome.WRITTEN);
  }

  /** Takes a sale of this terminal off its card, and reports. */
  public CardResult clear(PosMessage sale) throws IOException {
    PosMessage request = PosRequests.naming(terminal.requests().clearCard(slot.read()), sale);
    return writeAndReport(request, WriteOutcome.CLEARED);
  }

  /**
   * Takes a sale of this terminal off its card, reports that, and lets the collector undo it.
   *
   * @return the answer to the void; null if the card could not be cleared
   */
  public PosAnswer clearAndVoid(PosMessage sale) throws IOException {
    return clear(sale).done() ? terminal.voidTransaction(sale) : null;
  }

  /**
   * Sends an order to the card, command by command, up to the first that it does not accept.
   *
   * @param whenAccepted the outcome if it accepts all: written, or cleared
   */
  public WriteOutcome write(CardOrder order, WriteOutcome whenAccepted) {
    try {
      for (CardOrder.Step step : order.steps()) {
        if (!slot.send(step)) {
          return WriteOutcome.UNKNOWN;
        }
      }
      return whenAccepted;
    } catch (IOException e) {
      // The card was pulled out.
      return WriteOutcome.UNKNOWN;
    }
  }

  /**
   * Reports what became of a card, with what is on it now if it can be read.
   *
   * @param written the request whose answer was written to it
   */
  public PosAnswer report(PosMessage written, WriteOutcome outcome) throws IOException {
    PosMessage report = terminal.requests().reportCard(outcome, readIfThere());
    return terminal.exchange(PosRequests.naming(report, written));
  }

  private CardResult sell(PosMessage sale) throws IOException {
    return writeAndReport(sale, WriteOutcome.WRITTEN);
  }

  private CardResult writeAndReport(PosMessage request, WriteOutcome whenAccepted)
      throws IOException {
    PosAnswer answer = terminal.exchange(request);
    CardOrder order = answer.done() && answer.authentic() ? answer.cardOrder() : null;
    if (order == null) {
      return new CardResult(request, answer, null, null);
    }
    WriteOutcome outcome = write(order, whenAccepted);
    return new CardResult(request, answer, outcome, report(request, outcome));
  }

  /** Returns what is on the card; null if there is none. */
  private CardReadout readIfThere() {
    try {
      return slot.read();
    } catch (IOException e) {
      return null;
    }
  }
}
