package org.gridtill.shell;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.vault.Vault;

/** Loads a terminal's master key. What is typed is never shown, also not in an error. */
@Service
@Command(
    scope = "gridtill",
    name = "terminal-key",
    description =
        "Loads a terminal's master key from two components, asked for one after the other, so that"
            + " two people can each type theirs; prints the key's check value")
public class TerminalKeyCommand extends ShellCommand {

  private static final int BYTES = 16;

  @Argument(name = "code", description = "The terminal", required = true)
  @Completion(TerminalCodes.class)
  String code;

  @Option(
      name = "--component1",
      censor = true,
      description =
          "First component, 32 hexadecimal digits; for scripts with test keys only, as"
              + " what is typed here stays in the shell's history")
  String component1;

  @Option(name = "--component2", censor = true, description = "Second component, likewise")
  String component2;

  @Reference Session session;

  @Reference(optional = true)
  TerminalRegistry terminals;

  @Reference(optional = true)
  Vault vault;

  @Override
  void run() throws Exception {
    Terminals.require(present(terminals, "the terminal registry"), code);
    Vault keys = present(vault, "the vault");
    byte[] first = component("Component 1: ", component1);
    byte[] second = component("Component 2: ", component2);
    try {
      byte[] checkValue = keys.loadMasterKey(code, first, second);
      out.println(
          "master key of terminal "
              + code
              + " is loaded; check value "
              + HexFormat.of().withUpperCase().formatHex(checkValue));
    } finally {
      Arrays.fill(first, (byte) 0);
      Arrays.fill(second, (byte) 0);
    }
  }

  private byte[] component(String prompt, String option) throws IOException {
    String typed = option == null ? session.readLine(prompt, '*') : option;
    String digits = typed == null ? "" : typed.replace(" ", "");
    if (!digits.matches("[0-9A-Fa-f]{" + 2 * BYTES + "}")) {
      throw new IllegalArgumentException("a component has " + 2 * BYTES + " hexadecimal digits");
    }
    return HexFormat.of().parseHex(digits);
  }
}
