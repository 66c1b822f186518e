package org.gridtill.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.transactions.TransactionStep;

/** Shows the steps in the life of a transaction. */
final class StepTable {

  private StepTable() {}

  /** Makes the table; each step has its time, and how long after the first it came. */
  static ShellTable of(List<TransactionStep> steps, ZoneId zone) {
    ShellTable table = new ShellTable();
    table.column("Time");
    table.column("After").alignRight();
    table.column("Fact");
    table.column("From");
    table.column("Event");
    table.column("To");
    table.column("Words");
    for (TransactionStep step : steps) {
      Instant first = steps.get(0).at();
      table
          .addRow()
          .addContent(
              Show.time(step.at(), zone),
              Show.elapsed(first, step.at()),
              step.fact(),
              Show.orDash(step.from()),
              step.event(),
              step.to(),
              step.words());
    }
    return table.emptyTableText("no steps");
  }
}
