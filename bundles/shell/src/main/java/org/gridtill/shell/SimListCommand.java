package org.gridtill.shell;

import java.time.Instant;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.terminals.Sim;
import org.gridtill.api.platform.terminals.Sims;
import org.gridtill.api.platform.time.PlatformClock;

/** Lists SIM cards. */
@LookOnly
@Service
@Command(scope = "gridtill", name = "sim-list", description = "Lists SIM cards")
public class SimListCommand extends ShellCommand {

  @Reference(optional = true)
  Sims sims;

  @Reference(optional = true)
  PlatformClock clock;

  @Override
  void run() throws Exception {
    Instant now = present(clock, "the platform clock").now();
    ShellTable table = new ShellTable();
    table.column("ICCID");
    table.column("IMSI");
    table.column("State");
    table.column("Changed");
    table.column("By");
    for (Sim each : present(sims, "the SIM desk").list()) {
      table
          .addRow()
          .addContent(
              each.iccid(),
              each.imsi(),
              each.revoked() ? "REVOKED" : "ACTIVE",
              Show.age(each.changedAt(), now),
              each.changedBy());
    }
    table.emptyTableText("no SIM cards").print(out);
  }
}
