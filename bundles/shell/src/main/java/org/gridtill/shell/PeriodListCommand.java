package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.accounts.Periods;
import org.gridtill.api.platform.time.PlatformClock;

/** Lists closed periods. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "period-list",
    description = "Lists closed periods, the latest first")
public class PeriodListCommand extends ShellCommand {

  @Option(name = "--limit", description = "How many to list at most")
  int limit = 20;

  @Reference(optional = true)
  Periods periods;

  @Reference(optional = true)
  PlatformClock clock;

  @Override
  void run() throws Exception {
    if (limit < 1) {
      throw new IllegalArgumentException("--limit is at least 1");
    }
    PlatformClock time = present(clock, "the platform clock");
    ShellTable table = new ShellTable();
    table.column("Through");
    table.column("Entries").alignRight();
    table.column("Turnover").alignRight();
    table.column("Closed by");
    table.column("Closed at");
    for (Periods.Period period : present(periods, "the closing of periods").list(limit)) {
      table
          .addRow()
          .addContent(
              period.through(),
              period.entries(),
              period.turnover(),
              period.closedBy(),
              Show.time(period.closedAt(), time.zone()));
    }
    table.emptyTableText("no closed periods").print(out);
  }
}
