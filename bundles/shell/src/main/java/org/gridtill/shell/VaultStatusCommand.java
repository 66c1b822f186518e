package org.gridtill.shell;

import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.vault.VaultControl;
import org.gridtill.api.platform.vault.VaultStatus;

/** Shows how the vault is. */
@Service
@Command(
    scope = "gridtill",
    name = "vault-status",
    description =
        "Shows whether the vault is open, under which master keys what is wrapped, and which ciphers"
            + " terminals use")
public class VaultStatusCommand extends RuledCommand {

  @Reference(optional = true)
  VaultControl vault;

  @Override
  void runByRules() throws Exception {
    VaultStatus status = present(vault, "the vault").status();
    fact("State", words(status.state()));
    if (status.state() == VaultStatus.State.OPEN) {
      fact("Master keys in", status.place());
      new TreeMap<>(status.wrapped()).forEach((id, rows) -> masterKey(status, id, rows));
      new TreeMap<>(status.terminals())
          .forEach(
              (suite, count) ->
                  fact(
                      "Terminals",
                      count
                          + " with "
                          + suite
                          + Legacy.mark(suite, status.legacy().contains(suite))));
      fact("Components", status.waiting() + " waiting for another person's");
    }
    status
        .legacy()
        .forEach(suite -> out.println("LEGACY: " + suite + " is switched on (legacySuites)"));
    if (status.testKeys()) {
      out.println("TEST KEYS may be loaded (testKeys); never where real money is");
    }
  }

  private void masterKey(VaultStatus status, String id, long rows) {
    String now = id.equals(status.masterKey()) ? ", wraps what comes" : "";
    fact("Master key", id + ", " + rows + " rows under it" + now);
  }

  private static String words(VaultStatus.State state) {
    return switch (state) {
      case NEW -> "waits for its first password: vault-open";
      case LOCKED -> "locked, waits for its password: vault-open";
      case OPEN -> "open";
    };
  }
}
