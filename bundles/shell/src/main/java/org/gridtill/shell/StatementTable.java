package org.gridtill.shell;

import java.io.PrintStream;
import java.time.ZoneId;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.AccountStatement;

/** Prints what happened to accounts: each line with the balance after it. */
final class StatementTable {

  private final ZoneId zone;

  StatementTable(ZoneId zone) {
    this.zone = zone;
  }

  void print(AccountStatement statement, PrintStream out) {
    ShellTable table = new ShellTable();
    table.column("Day");
    table.column("Posted");
    table.column("Entry");
    table.column("Mirrors");
    table.column("Debit").alignRight();
    table.column("Credit").alignRight();
    table.column("Balance").alignRight();
    Money balance = statement.opening();
    total(table, "opening", balance);
    for (AccountStatement.Line line : statement.lines()) {
      balance = balance.plus(line.amount());
      boolean debit = line.amount().isPositive();
      table
          .addRow()
          .addContent(
              line.accountingDate(),
              Show.time(line.postedAt(), zone),
              line.key(),
              Show.orDash(line.mirrors()),
              debit ? line.amount() : "",
              debit ? "" : line.amount().negated(),
              balance);
    }
    total(table, "closing", statement.closing());
    table.print(out);
  }

  private static void total(ShellTable table, String word, Money balance) {
    table.addRow().addContent("", "", word, "", "", "", balance);
  }
}
