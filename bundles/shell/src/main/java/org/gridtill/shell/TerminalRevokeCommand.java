package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.terminals.Terminal;

/** Revokes a terminal. */
@Service
@Command(
    scope = "gridtill",
    name = "terminal-revoke",
    description = "Revokes a terminal that was stolen or withdrawn, at once and for good")
public class TerminalRevokeCommand extends TerminalStatus {

  @Override
  void run() throws Exception {
    set(Terminal.Status.REVOKED, "is revoked for good, and its shift is closed");
  }
}
