package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.terminals.Bindings;

/** Approves a binding. */
@Service
@Command(
    scope = "gridtill",
    name = "binding-approve",
    description = "Approves, in your name, a binding that another person asked for")
public class BindingApproveCommand extends BindingCommand {

  @Override
  void run(Bindings desk, String person) {
    desk.approve(terminal, card, sim, person);
    out.println(three() + ": bound");
  }
}
