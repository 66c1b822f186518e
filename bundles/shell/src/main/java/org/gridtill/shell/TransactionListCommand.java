package org.gridtill.shell;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.TransactionEngine;
import org.gridtill.api.platform.transactions.TransactionRecord;

/** Lists transactions: a terminal's latest, or all whose outcome is open. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "transaction-list",
    description = "Lists a terminal's latest transactions, or those that are not settled")
public class TransactionListCommand extends ShellCommand {

  @Argument(
      name = "terminal",
      description = "The terminal whose transactions to list, newest first")
  @Completion(TerminalCodes.class)
  String terminal;

  @Option(
      name = "--unsettled",
      description = "Those of all terminals whose outcome is open, oldest first")
  boolean unsettled;

  @Option(name = "--limit", description = "How many to list at most")
  int limit = 20;

  @Reference(optional = true)
  TransactionEngine engine;

  @Reference(optional = true)
  TerminalRegistry terminals;

  @Reference(optional = true)
  PlatformClock clock;

  @Override
  void run() throws Exception {
    if ((terminal == null) != unsettled) {
      throw new IllegalArgumentException("name a terminal, or give --unsettled");
    }
    if (limit < 1) {
      throw new IllegalArgumentException("--limit is at least 1");
    }
    Instant now = present(clock, "the platform clock").now();
    table(transactions(), now).print(out);
  }

  private List<TransactionRecord> transactions() throws Exception {
    TransactionEngine transactions = present(engine, "the transaction engine");
    if (unsettled) {
      return transactions.unsettled(limit);
    }
    Terminals.require(present(terminals, "the terminal registry"), terminal);
    return transactions.latest(terminal, limit);
  }

  private static ShellTable table(List<TransactionRecord> transactions, Instant now) {
    ShellTable table = new ShellTable();
    table.column("Serial");
    table.column("Terminal");
    table.column("Trace");
    table.column("State");
    table.column("Consumer");
    table.column("Amount").alignRight();
    table.column("Age").alignRight();
    table.column("Asked").alignRight();
    for (TransactionRecord transaction : transactions) {
      table
          .addRow()
          .addContent(
              transaction.serialNo(),
              transaction.origin().terminalCode(),
              transaction.origin().batchNo() + "/" + transaction.origin().traceNo(),
              transaction.state(),
              Show.orDash(transaction.consumerNo()),
              Show.orDash(transaction.amount()),
              Show.age(transaction.receivedAt(), now),
              transaction.attempts());
    }
    return table.emptyTableText("no transactions");
  }
}
