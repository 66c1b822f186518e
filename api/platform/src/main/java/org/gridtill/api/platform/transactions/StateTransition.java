package org.gridtill.api.platform.transactions;

import java.util.List;

/**
 * One row of the state machine.
 *
 * @param fact which of the three facts it changes: money, card or meter
 * @param from the state before
 * @param event what happens
 * @param to the state after
 * @param actions what is done in the same commit, in words
 */
public record StateTransition(
    String fact, String from, String event, String to, List<String> actions) {

  /** Copies the list. */
  public StateTransition {
    actions = List.copyOf(actions);
  }
}
