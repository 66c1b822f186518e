package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.terminals.Terminal;

/** Blocks a terminal. */
@ForUnit
@Service
@Command(
    scope = "gridtill",
    name = "terminal-block",
    description = "Stops a terminal from working, from its next message on")
public class TerminalBlockCommand extends TerminalStatus {

  @Override
  void run() throws Exception {
    set(Terminal.Status.BLOCKED, "is blocked");
  }
}
