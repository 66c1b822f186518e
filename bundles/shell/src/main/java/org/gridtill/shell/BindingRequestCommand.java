package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.terminals.Bindings;

/** Asks for a binding. */
@Service
@Command(
    scope = "gridtill",
    name = "binding-request",
    description = "Asks, in your name, that terminal, identity card and SIM may work together")
public class BindingRequestCommand extends BindingCommand {

  @Override
  void run(Bindings desk, String person) {
    desk.request(terminal, card, sim, person);
    out.println(three() + ": asked for; another person approves it with binding-approve");
  }
}
