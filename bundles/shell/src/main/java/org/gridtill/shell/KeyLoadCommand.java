package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Gives a component of a terminal's first master key. */
@Service
@Command(
    scope = "gridtill",
    name = "key-load",
    description =
        "Gives a component of a terminal's master key, in your name: asks for it without showing it,"
            + " and shows its check value. Two people give one each")
public class KeyLoadCommand extends ComponentCommand {

  @Override
  void runByRules() throws Exception {
    give(false, false);
  }
}
