package org.gridtill.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosMessage;
import org.gridtill.simulator.pos.PosTerminal;

/**
 * A sale or payment that a terminal meant to make, and may have meant to undo, and what it learned
 * about both. For use by one thread.
 */
final class Sale {

  /** The response code of a platform that cannot work now; it says nothing about a sale. */
  static final String AWAY = "96";

  private static final String DONE = "00";
  private static final String UNKNOWN = "09";
  private static final String REVERSED = "17";

  /** Not reversible, and taken by the meter: the sale stands. */
  private static final Set<String> STANDS = Set.of("21", "C5");

  private final PosMessage message;
  private final String consumer;
  private final long fen;
  private String code = UNKNOWN;
  private String serialNo = "";
  private boolean undo;
  private String undoCode = UNKNOWN;

  Sale(PosMessage message, String consumer, long fen) {
    this.message = message;
    this.consumer = consumer;
    this.fen = fen;
  }

  PosMessage message() {
    return message;
  }

  String consumer() {
    return consumer;
  }

  long fen() {
    return fen;
  }

  String serialNo() {
    return serialNo;
  }

  /** Sends it, for the first time or again. */
  PosAnswer send(PosTerminal terminal) throws IOException {
    PosAnswer answer = terminal.exchange(message);
    assertThat(answer.authentic()).as("the answer to %s", this).isTrue();
    learn(answer);
    return answer;
  }

  /**
   * Asks what became of it. What was done must have stayed done unless it was to be undone.
   *
   * @return the answer; null if the platform cannot say yet
   */
  PosAnswer ask(PosTerminal terminal) throws IOException {
    PosAnswer answer = terminal.queryTransaction(message);
    if (answer.code().equals(AWAY)) {
      return null;
    }
    assertThat(answer.authentic()).as("the answer about %s", this).isTrue();
    if (stands() && !undo) {
      assertThat(answer.code()).as("what was sold, %s", this).isEqualTo(DONE);
      assertThat(answer.serialNo()).isEqualTo(serialNo);
    }
    if (undoCode.equals(DONE)) {
      assertThat(answer.code()).as("what was undone, %s", this).isNotIn(DONE, UNKNOWN);
    }
    learn(answer);
    return isKnown() ? answer : null;
  }

  /** Notes that it is to be undone, before anybody is told. */
  void undo() {
    undo = true;
  }

  boolean isToBeUndone() {
    return undo;
  }

  /** Notes what was answered to its reversal. */
  void learnUndo(PosAnswer answer) {
    if (!answer.code().equals(AWAY)) {
      assertThat(answer.authentic()).as("the answer to the reversal of %s", this).isTrue();
      assertThat(answer.code()).as("reversal of %s", this).isIn(DONE, UNKNOWN, "21", "C5");
      undoCode = answer.code();
    }
  }

  /** Tells whether its end is known, and that of its reversal if there was to be one. */
  boolean isOver() {
    return isKnown() && (!undo || undoCode.equals(DONE) || STANDS.contains(undoCode));
  }

  boolean isKnown() {
    return !code.equals(UNKNOWN) && !code.equals(AWAY);
  }

  boolean stands() {
    return code.equals(DONE);
  }

  boolean isReversed() {
    return code.equals(REVERSED);
  }

  private void learn(PosAnswer answer) {
    code = answer.code();
    if (!answer.serialNo().isEmpty()) {
      serialNo = answer.serialNo();
    }
  }

  @Override
  public String toString() {
    String undone = undo ? ", undone: " + undoCode : "";
    return consumer + " " + fen + " fen: " + code + " " + serialNo + undone;
  }
}
