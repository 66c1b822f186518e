package org.gridtill.shell;

import java.time.Instant;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.terminals.GuardAlarm;
import org.gridtill.api.platform.terminals.GuardAlarms;
import org.gridtill.api.platform.time.PlatformClock;

/** Lists alarms. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "alarm-list",
    description =
        "Lists what the guards of device, identity card and SIM refused and nobody has seen, the latest first")
public class AlarmListCommand extends ShellCommand {

  @Reference(optional = true)
  GuardAlarms alarms;

  @Reference(optional = true)
  PlatformClock clock;

  @Override
  void run() throws Exception {
    Instant now = present(clock, "the platform clock").now();
    ShellTable table = new ShellTable();
    table.column("Terminal");
    table.column("Guard");
    table.column("Reason");
    table.column("Times");
    table.column("First");
    table.column("Last");
    table.column("What");
    for (GuardAlarm each : present(alarms, "the alarms").open()) {
      table
          .addRow()
          .addContent(
              each.terminalCode(),
              each.guard(),
              each.reason(),
              each.count(),
              Show.age(each.firstAt(), now),
              Show.age(each.lastAt(), now),
              each.detail());
    }
    table.emptyTableText("no alarms").print(out);
  }
}
