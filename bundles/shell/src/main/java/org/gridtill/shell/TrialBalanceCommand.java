package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.accounts.TrialBalance;
import org.gridtill.api.platform.time.PlatformClock;

/** Proves that the journal balances; fails if it does not, so that a script notices. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "trial-balance",
    description =
        "Adds up the whole journal, or some accounting days, account by account, and fails unless"
            + " it balances")
public class TrialBalanceCommand extends ShellCommand {

  @Option(name = "--day", description = "Only this accounting day, as 2026-11-23")
  String day;

  @Option(name = "--from", description = "Only from this accounting day on")
  String from;

  @Option(
      name = "--to",
      description = "Only up to this accounting day; the current one if not given")
  String to;

  @Reference(optional = true)
  Journal journal;

  @Reference(optional = true)
  PlatformClock clock;

  @Override
  void run() throws Exception {
    TrialBalance balance = balance(present(journal, "the journal"));
    table(balance).print(out);
    String entries = " (" + balance.entries() + " journal entries)";
    if (!balance.total().isZero()) {
      out.println("NOT BALANCED: off by " + balance.total() + entries);
      throw failure("the journal does not balance");
    }
    out.println("balanced" + entries);
  }

  private TrialBalance balance(Journal books) throws Exception {
    if (day == null && from == null && to == null) {
      return books.trialBalance();
    }
    if (day != null) {
      if (from != null || to != null) {
        throw new IllegalArgumentException("give --day, or --from and --to");
      }
      return books.trialBalance(Days.parse(day), Days.parse(day));
    }
    if (from == null) {
      throw new IllegalArgumentException("--to needs --from");
    }
    Days days = Days.of(from, to, present(clock, "the platform clock"));
    return books.trialBalance(days.from(), days.to());
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
