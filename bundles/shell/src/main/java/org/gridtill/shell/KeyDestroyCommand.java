package org.gridtill.shell;

import java.util.HexFormat;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.vault.KeyCeremony;

/** Destroys a terminal's keys. */
@Service
@Command(
    scope = "gridtill",
    name = "key-destroy",
    description =
        "Destroys all keys of a terminal, in your name; it works again once a key was loaded anew")
public class KeyDestroyCommand extends RuledCommand {

  @Argument(name = "code", description = "The terminal", required = true)
  @Completion(TerminalCodes.class)
  String code;

  @Argument(
      index = 1,
      name = "check-value",
      description = "That of its master key, 8 hexadecimal digits, as key-show has it",
      required = true)
  String checkValue;

  @Reference(optional = true)
  KeyCeremony ceremony;

  @Override
  void runByRules() throws Exception {
    if (!checkValue.matches("[0-9A-Fa-f]{8}")) {
      throw new IllegalArgumentException("a check value has 8 hexadecimal digits");
    }
    present(ceremony, "the vault")
        .destroy(code, HexFormat.of().parseHex(checkValue), Person.loggedIn());
    out.println("the keys of terminal " + code + " are destroyed");
  }
}
