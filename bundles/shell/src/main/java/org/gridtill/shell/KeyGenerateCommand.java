package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Makes a component of a terminal's first master key. */
@Service
@Command(
    scope = "gridtill",
    name = "key-generate",
    description =
        "Makes a component of a terminal's master key at random, in your name, and shows it once, to"
            + " be written down and entered in the terminal. Two people make one each")
public class KeyGenerateCommand extends ComponentCommand {

  @Override
  void runByRules() throws Exception {
    give(true, false);
  }
}
