package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalRegistry;

/** What blocking and unblocking have in common. */
abstract class TerminalStatus extends ShellCommand {

  @Argument(name = "code", description = "The terminal", required = true)
  @Completion(TerminalCodes.class)
  String code;

  @Reference(optional = true)
  TerminalRegistry terminals;

  @Override
  final String state() {
    return terminals == null || code == null
        ? null
        : terminals.find(code).map(terminal -> terminal.status().name()).orElse(null);
  }

  void set(Terminal.Status status, String done) throws Exception {
    TerminalRegistry registry = present(terminals, "the terminal registry");
    Terminals.require(registry, code);
    try {
      registry.setStatus(code, status);
    } catch (IllegalStateException e) {
      throw failure(e.getMessage());
    }
    out.println("terminal " + code + " " + done);
  }
}
