package org.gridtill.shell;

import java.time.Instant;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.terminals.Shift;
import org.gridtill.api.platform.terminals.Shifts;
import org.gridtill.api.platform.time.PlatformClock;

/** Lists open shifts. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "shift-list",
    description = "Lists the shifts that are open: who works which terminal")
public class ShiftListCommand extends ShellCommand {

  @Reference(optional = true)
  Shifts shifts;

  @Reference(optional = true)
  PlatformClock clock;

  @Override
  void run() throws Exception {
    Instant now = present(clock, "the platform clock").now();
    ShellTable table = new ShellTable();
    table.column("Terminal");
    table.column("Shift");
    table.column("Collector");
    table.column("Card");
    table.column("SIM");
    table.column("Opened");
    for (Shift each : present(shifts, "the guards of card and SIM").open()) {
      table
          .addRow()
          .addContent(
              each.terminalCode(),
              each.shiftNo(),
              Show.orDash(each.collector()),
              Show.orDash(each.cardNo()),
              Show.orDash(each.iccid()),
              Show.age(each.openedAt(), now));
    }
    table.emptyTableText("no shift is open").print(out);
  }
}
