package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.TrialBalance;

/** Proves that the journal balances; fails if it does not, so that a script notices. */
@Service
@Command(
    scope = "gridtill",
    name = "trial-balance",
    description = "Adds up the whole journal, account by account, and fails unless it balances")
public class TrialBalanceCommand extends ShellCommand {

  @Reference(optional = true)
  Journal journal;

  @Override
  void run() throws Exception {
    TrialBalance balance = present(journal, "the journal").trialBalance();
    table(balance).print(out);
    String entries = " (" + balance.entries() + " journal entries)";
    if (!balance.total().isZero()) {
      out.println("NOT BALANCED: off by " + balance.total() + entries);
      throw failure("the journal does not balance");
    }
    out.println("balanced" + entries);
  }

  private static ShellTable table(TrialBalance balance) {
    ShellTable table = new ShellTable();
    table.column("Account");
    table.column("Debits").alignRight();
    table.column("Credits").alignRight();
    table.column("Balance").alignRight();
    Money debits = Money.ZERO;
    Money credits = Money.ZERO;
    for (TrialBalance.Row row : balance.rows()) {
      table.addRow().addContent(row.account(), row.debits(), row.credits(), row.balance());
      debits = debits.plus(row.debits());
      credits = credits.plus(row.credits());
    }
    table.addRow().addContent("Total", debits, credits, balance.total());
    return table;
  }
}
