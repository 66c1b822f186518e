package org.gridtill.shell;

import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalRegistry;

/** Looks terminals up for commands. */
final class Terminals {

  private Terminals() {}

  /**
   * Returns the terminal of that code.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Terminal require(TerminalRegistry registry, String code) {
    return registry
        .find(code)
        .orElseThrow(() -> new IllegalArgumentException("no terminal " + code));
  }
}
