package org.gridtill.shell;

import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.credit.FundBatch;
import org.gridtill.api.platform.credit.Remittances;

/** Fund batches for commands. */
final class Batches {

  private Batches() {}

  /**
   * Returns the number that was typed, such as 42 or GT00000042.
   *
   * @throws IllegalArgumentException if it is none
   */
  static long number(String typed) {
    if (!typed.matches("(GT)?[0-9]{1,18}")) {
      throw new IllegalArgumentException("not the number of a fund batch: " + typed);
    }
    return Long.parseLong(typed.startsWith("GT") ? typed.substring(2) : typed);
  }

  /**
   * Returns a batch.
   *
   * @throws IllegalArgumentException if there is none
   */
  static FundBatch require(Remittances remittances, String typed) {
    return remittances
        .find(number(typed))
        .orElseThrow(() -> new IllegalArgumentException("no fund batch " + typed));
  }

  static ShellTable table(List<FundBatch> batches) {
    ShellTable table = new ShellTable();
    table.column("Batch");
    table.column("Holder");
    table.column("State");
    table.column("From");
    table.column("To");
    table.column("Count").alignRight();
    table.column("Collected").alignRight();
    table.column("Due").alignRight();
    table.column("Deposited").alignRight();
    table.column("Arrived").alignRight();
    table.column("Missing").alignRight();
    for (FundBatch batch : batches) {
      table
          .addRow()
          .addContent(
              batch.reference(),
              batch.holder(),
              batch.state(),
              Show.orDash(batch.firstDay()),
              Show.orDash(batch.lastDay()),
              batch.transactions(),
              batch.collected(),
              batch.due(),
              batch.deposited(),
              batch.arrived(),
              batch.missing());
    }
    return table;
  }
}
