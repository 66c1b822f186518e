package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.BankAccount;

/** Imports a bank's statement. */
@Service
@Command(
    scope = "gridtill",
    name = "bank-import",
    description =
        "Imports a statement of the fee account from a file on the platform's machine, all of it or"
            + " nothing; what was imported before is skipped")
public class BankImportCommand extends RuledCommand {

  @Argument(name = "file", description = "The file, comma-separated in UTF-8", required = true)
  String file;

  @Reference(optional = true)
  BankAccount bank;

  @Override
  void runByRules() throws Exception {
    String person = Person.loggedIn();
    BankAccount desk = present(bank, "the bank desk");
    BankAccount.Imported done =
        ImportFile.read(file, out, text -> desk.importStatement(text, person));
    out.printf(
        "%d of fund batches, %d of own money, %d that nobody can explain, %d imported before%n",
        done.matched(), done.ownMoney(), done.unmatched(), done.known());
  }
}
