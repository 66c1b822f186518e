package org.gridtill.shell;

import java.io.IOException;
import java.util.Arrays;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.gridtill.api.platform.vault.VaultControl;
import org.gridtill.api.platform.vault.VaultStatus;

/** Opens the vault by its password. */
@Service
@Command(
    scope = "gridtill",
    name = "vault-open",
    description =
        "Opens a vault that waits for its password, which is asked for and not shown; at the very"
            + " first time it is asked for twice, and becomes the password")
public class VaultOpenCommand extends RuledCommand {

  @Reference Session session;

  @Reference(optional = true)
  VaultControl vault;

  @Override
  void runByRules() throws Exception {
    VaultControl control = present(vault, "the vault");
    VaultStatus.State state = control.status().state();
    if (state == VaultStatus.State.OPEN) {
      throw failure("the vault is open");
    }
    char[] password = HiddenLine.read(session, "Password: ", out);
    try {
      if (state == VaultStatus.State.NEW && !repeated(password)) {
        throw failure("that was not the same twice");
      }
      control.open(password);
      out.println("the vault is open, under master key " + control.status().masterKey());
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private boolean repeated(char[] password) throws IOException {
    char[] again = HiddenLine.read(session, "The same again: ", out);
    try {
      return Arrays.equals(password, again);
    } finally {
      Arrays.fill(again, '\0');
    }
  }
}
