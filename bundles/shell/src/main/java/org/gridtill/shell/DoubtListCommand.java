package org.gridtill.shell;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.TransactionEngine;
import org.gridtill.api.platform.transactions.TransactionRecord;

/** Lists what has no certain end yet. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "doubt-list",
    description =
        "Lists the transactions of which something is open, oldest first: where money, card and"
            + " meter stand, how often the billing system was asked and when it is asked next")
public class DoubtListCommand extends ShellCommand {

  @Option(name = "--limit", description = "How many to list at most, 1 to 10000")
  int limit = 100;

  @Reference(optional = true)
  TransactionEngine engine;

  @Reference(optional = true)
  PlatformClock clock;

  @Override
  void run() throws Exception {
    if (limit < 1 || limit > 10_000) {
      throw new IllegalArgumentException("--limit is 1 to 10000");
    }
    Instant now = present(clock, "the platform clock").now();
    // One more than is listed, to see whether there are more.
    List<TransactionRecord> found = present(engine, "the transaction engine").unsettled(limit + 1);
    List<TransactionRecord> listed = found.subList(0, Math.min(limit, found.size()));
    table(listed, now).print(out);
    out.println(
        Show.count(listed.size(), "transaction")
            + (found.size() > limit ? ", and more" : "")
            + "; "
            + sum(listed)
            + " yuan");
  }

  private static Money sum(List<TransactionRecord> transactions) {
    return transactions.stream()
        .filter(transaction -> transaction.kind().takesMoney() && transaction.amount() != null)
        .map(TransactionRecord::amount)
        .reduce(Money.ZERO, Money::plus);
  }

  private static ShellTable table(List<TransactionRecord> transactions, Instant now) {
    ShellTable table = new ShellTable();
    table.column("Serial");
    table.column("Kind");
    table.column("State");
    table.column("Card");
    table.column("Meter");
    table.column("Terminal");
    table.column("Agency");
    table.column("Amount").alignRight();
    table.column("Age").alignRight();
    table.column("Asked").alignRight();
    table.column("Next in").alignRight();
    for (TransactionRecord transaction : transactions) {
      table
          .addRow()
          .addContent(
              transaction.serialNo(),
              transaction.kind(),
              transaction.state(),
              transaction.cardState() == CardState.NONE ? "-" : transaction.cardState(),
              transaction.meterState() == MeterState.NONE ? "-" : transaction.meterState(),
              transaction.origin().terminalCode(),
              transaction.origin().agencyCode(),
              Show.orDash(transaction.amount()),
              Show.age(transaction.receivedAt(), now),
              transaction.attempts(),
              Show.until(transaction.nextAttemptAt(), now));
    }
    return table.emptyTableText("nothing is in doubt");
  }
}
