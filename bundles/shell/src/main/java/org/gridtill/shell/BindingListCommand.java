package org.gridtill.shell;

import java.time.Instant;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.terminals.Binding;
import org.gridtill.api.platform.terminals.Bindings;
import org.gridtill.api.platform.time.PlatformClock;

/** Lists bindings. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "binding-list",
    description =
        "Lists which terminals, identity cards and SIMs may work together, and what waits for a second person")
public class BindingListCommand extends ShellCommand {

  @Reference(optional = true)
  Bindings bindings;

  @Reference(optional = true)
  PlatformClock clock;

  @Override
  void run() throws Exception {
    Instant now = present(clock, "the platform clock").now();
    ShellTable table = new ShellTable();
    table.column("Terminal");
    table.column("Card");
    table.column("SIM");
    table.column("State");
    table.column("Asked for by");
    table.column("Approved by");
    table.column("Changed");
    for (Binding each : present(bindings, "the bindings' desk").list()) {
      table
          .addRow()
          .addContent(
              each.terminalCode(),
              Show.orDash(each.cardNo()),
              Show.orDash(each.iccid()),
              each.state(),
              each.requestedBy(),
              Show.orDash(each.decidedBy()),
              Show.age(each.changedAt(), now));
    }
    table.emptyTableText("no bindings").print(out);
  }
}
