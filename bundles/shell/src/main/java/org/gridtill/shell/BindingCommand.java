package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gridtill.api.platform.terminals.Bindings;

/** What commands about a binding have in common. */
abstract class BindingCommand extends RuledCommand {

  @Argument(name = "terminal", description = "The terminal", required = true)
  @Completion(TerminalCodes.class)
  String terminal;

  @Option(name = "--card", description = "The identity card, unless its kind has none")
  String card = "";

  @Option(name = "--sim", description = "The SIM's ICCID, unless its kind has none")
  String sim = "";

  @Reference(optional = true)
  Bindings bindings;

  @Override
  final void runByRules() throws Exception {
    run(present(bindings, "the bindings' desk"), Person.loggedIn());
  }

  /** Does the work, as {@link #runByRules()}. */
  abstract void run(Bindings desk, String person) throws Exception;

  /** Returns the three, for people. */
  final String three() {
    return "terminal " + terminal + ", card " + Show.orDash(card) + ", SIM " + Show.orDash(sim);
  }
}
