package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.transactions.ReversalDesk;
import org.gridtill.api.platform.transactions.TransactionEngine;
import org.gridtill.api.platform.transactions.TransactionRecord;

/** Lists reversals that two persons decide about. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "reversal-list",
    description =
        "Lists the reversals that wait for a second person, or are authorized and not done, oldest"
            + " first")
public class ReversalListCommand extends ShellCommand {

  @Reference(optional = true)
  ReversalDesk desk;

  @Reference(optional = true)
  TransactionEngine engine;

  @Override
  void run() throws Exception {
    ReversalDesk reversals = present(desk, "the reversal desk");
    TransactionEngine transactions = present(engine, "the transaction engine");
    ShellTable table = new ShellTable();
    table.column("Serial");
    table.column("Kind");
    table.column("Agency");
    table.column("Consumer");
    table.column("Amount").alignRight();
    table.column("Asked for by");
    table.column("Reason");
    table.column("Authorized by");
    for (ReversalDesk.Authorization authorization : reversals.authorizations()) {
      TransactionRecord transaction =
          Transactions.require(transactions, authorization.serialNo().toString());
      table
          .addRow()
          .addContent(
              transaction.serialNo(),
              transaction.kind(),
              transaction.origin().agencyCode(),
              Show.orDash(transaction.consumerNo()),
              Show.orDash(transaction.amount()),
              authorization.requestedBy(),
              authorization.reason(),
              Show.orDash(authorization.authorizedBy()));
    }
    table.emptyTableText("no reversals").print(out);
  }
}
