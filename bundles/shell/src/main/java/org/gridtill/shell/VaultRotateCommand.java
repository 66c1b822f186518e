package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.vault.VaultControl;

/** Renews the vault's own master key. */
@Service
@Command(
    scope = "gridtill",
    name = "vault-rotate",
    description =
        "Makes a new master key of the vault, in your name, and wraps all keys under it; goes on where"
            + " an earlier one was broken off")
public class VaultRotateCommand extends RuledCommand {

  @Option(
      name = "--finish",
      description =
          "Destroys the old master keys instead, under which nothing is any more; backups of the"
              + " database from before are worthless then")
  boolean finish;

  @Reference(optional = true)
  VaultControl vault;

  @Override
  void runByRules() throws Exception {
    String person = Person.loggedIn();
    VaultControl control = present(vault, "the vault");
    if (finish) {
      out.println(control.retire(person) + " old master keys are destroyed");
      return;
    }
    long rows = control.rotate(person);
    out.println(rows + " rows are wrapped under master key " + control.status().masterKey());
    out.println(
        "back up the key store now; once all backups of the database are newer, vault-rotate --finish");
  }
}
