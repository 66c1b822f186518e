package org.gridtill.shell;

import java.util.List;
import org.gridtill.api.platform.transactions.StateTransition;

/** Lets a test of the engine see what the shell prints with {@code --markdown}. */
public final class MarkdownTable {

  private MarkdownTable() {}

  /** Returns the lines of the state machine's table. */
  public static List<String> of(List<StateTransition> transitions) {
    return new StateMachineTable(transitions).markdown();
  }
}
