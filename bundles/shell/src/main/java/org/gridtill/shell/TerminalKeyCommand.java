package org.gridtill.shell;

import java.util.Arrays;
import java.util.HexFormat;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.vault.KeyCeremony;

/** Loads a key that is no secret, for trials and tests. */
@Service
@Command(
    scope = "gridtill",
    name = "terminal-key",
    description =
        "Loads a terminal's master key from two components of the command line, which is no secret"
            + " then; only where test keys are allowed (org.gridtill.vault: testKeys). Real keys come"
            + " by key-load")
public class TerminalKeyCommand extends RuledCommand {

  @Argument(name = "code", description = "The terminal", required = true)
  @Completion(TerminalCodes.class)
  String code;

  @Option(
      name = "--component1",
      censor = true,
      description = "First component, 32 hexadecimal digits",
      required = true)
  String component1;

  @Option(
      name = "--component2",
      censor = true,
      description = "Second component, likewise",
      required = true)
  String component2;

  @Option(name = "--suite", description = Suites.DESCRIPTION)
  @Completion(Suites.class)
  String suite = Suites.DEFAULT;

  @Reference(optional = true)
  TerminalRegistry terminals;

  @Reference(optional = true)
  KeyCeremony ceremony;

  @Override
  void runByRules() throws Exception {
    Terminals.require(present(terminals, "the terminal registry"), code);
    byte[] first = Component.parse(component1);
    byte[] second = Component.parse(component2);
    try {
      byte[] checkValue =
          present(ceremony, "the vault").loadTestKey(code, Suites.parse(suite), first, second);
      out.println(
          "test key of terminal "
              + code
              + " is loaded; check value "
              + HexFormat.of().withUpperCase().formatHex(checkValue));
    } finally {
      Arrays.fill(first, (byte) 0);
      Arrays.fill(second, (byte) 0);
    }
  }
}
