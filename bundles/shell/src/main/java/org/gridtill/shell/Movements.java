package org.gridtill.shell;

import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.credit.BankMovement;
import org.gridtill.api.platform.credit.FundBatch;

/** Bank movements for commands. */
final class Movements {

  private Movements() {}

  static ShellTable table(List<BankMovement> movements) {
    ShellTable table = new ShellTable();
    table.column("No.").alignRight();
    table.column("Reference");
    table.column("Date");
    table.column("Amount").alignRight();
    table.column("Agency");
    table.column("Batch");
    table.column("Payer");
    table.column("Text");
    for (BankMovement movement : movements) {
      table
          .addRow()
          .addContent(
              movement.number(),
              movement.bankReference(),
              movement.valueDate(),
              movement.amount(),
              Show.orDash(movement.agencyCode()),
              movement.batch() == null ? "-" : FundBatch.reference(movement.batch()),
              Show.orDash(movement.payer()),
              Show.orDash(movement.text()));
    }
    return table;
  }
}
