package org.gridtill.api.platform.terminals;

import java.time.Instant;

/**
 * A terminal, an identity card and a SIM that may work together. What the terminal's kind need not
 * prove is empty.
 *
 * @param terminalCode the terminal
 * @param cardNo the identity card; empty if the kind has none
 * @param iccid the SIM; empty if the kind has none
 * @param state what it may
 * @param requestedBy who asked for it
 * @param decidedBy who approved or ended it; empty while it waits
 * @param changedAt when its state changed last
 */
public record Binding(
    String terminalCode,
    String cardNo,
    String iccid,
    State state,
    String requestedBy,
    String decidedBy,
    Instant changedAt) {

  /** What a binding may. */
  public enum State {
    /** It waits for a second person. */
    REQUESTED,
    /** The three may work together. */
    BOUND,
    /** They may not any more. */
    ENDED
  }
}
