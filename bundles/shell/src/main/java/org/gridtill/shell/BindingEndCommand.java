package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.terminals.Bindings;

/** Ends a binding. */
@Service
@Command(
    scope = "gridtill",
    name = "binding-end",
    description = "Ends a binding or drops the request for one, in your name")
public class BindingEndCommand extends BindingCommand {

  @Override
  void run(Bindings desk, String person) {
    desk.end(terminal, card, sim, person);
    out.println(three() + ": ended");
  }
}
