package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Gives a component of a master key that takes another's place. */
@Service
@Command(
    scope = "gridtill",
    name = "key-rotate",
    description =
        "Gives a component of a terminal's new master key, in your name; two people give one each."
            + " The keys it has stay valid for what is under way, and the old master key is kept until"
            + " a message proves that the terminal has the new one")
public class KeyRotateCommand extends ComponentCommand {

  @Option(name = "--generate", description = "Makes your component at random and shows it once")
  boolean generate;

  @Option(
      name = "--back",
      description = "Goes back to the old master key, as long as nothing proves the new one")
  boolean back;

  @Override
  void runByRules() throws Exception {
    if (!back) {
      give(generate, true);
      return;
    }
    byte[] checkValue = present(ceremony, "the vault").goBack(code, Person.loggedIn());
    out.println(
        "the old master key of terminal "
            + code
            + " is valid again; check value "
            + hex(checkValue));
  }
}
