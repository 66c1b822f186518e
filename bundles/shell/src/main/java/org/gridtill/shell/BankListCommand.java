package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.BankAccount;

/** Lists an agency's bank movements. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "bank-list",
    description =
        "Lists what an agency has paid into the fee account or got back, the latest first")
public class BankListCommand extends ShellCommand {

  @Argument(name = "agency", description = "The agency", required = true)
  @Completion(AgencyCodes.class)
  String agency;

  @Option(name = "--limit", description = "How many to list at most, 1 to 10000")
  int limit = 50;

  @Reference(optional = true)
  BankAccount bank;

  @Override
  void run() throws Exception {
    if (limit < 1 || limit > 10_000) {
      throw new IllegalArgumentException("--limit is 1 to 10000");
    }
    Movements.table(present(bank, "the bank desk").list(agency, limit))
        .emptyTableText("no bank movements")
        .print(out);
  }
}
