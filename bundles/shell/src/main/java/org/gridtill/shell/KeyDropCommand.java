package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.vault.KeyCeremony;

/** Forgets a component that waits. */
@Service
@Command(
    scope = "gridtill",
    name = "key-drop",
    description =
        "Forgets the component of a terminal's master key that waits for another person's")
public class KeyDropCommand extends RuledCommand {

  @Argument(name = "code", description = "The terminal", required = true)
  @Completion(TerminalCodes.class)
  String code;

  @Reference(optional = true)
  KeyCeremony ceremony;

  @Override
  void runByRules() throws Exception {
    present(ceremony, "the vault").drop(code, Person.loggedIn());
    out.println("the component for terminal " + code + " is forgotten");
  }
}
