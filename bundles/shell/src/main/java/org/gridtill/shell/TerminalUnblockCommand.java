package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.terminals.Terminal;

/** Lets a blocked terminal work again. */
@Service
@Command(
    scope = "gridtill",
    name = "terminal-unblock",
    description = "Lets a blocked terminal work again")
public class TerminalUnblockCommand extends TerminalStatus {

  @Override
  void run() throws Exception {
    set(Terminal.Status.ACTIVE, "may work again");
  }
}
