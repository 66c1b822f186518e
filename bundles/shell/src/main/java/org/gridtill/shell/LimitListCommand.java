package org.gridtill.shell;

import java.time.ZoneId;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Limits;

/** Lists limits that wait for a second person. */
@ForUnit
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "limit-list",
    description =
        "Lists the credit limits that somebody asks for and a second person decides about")
public class LimitListCommand extends ShellCommand {

  @Reference(optional = true)
  Limits limits;

  @Reference(optional = true)
  Credit credit;

  ZoneId zone = ZoneId.systemDefault();

  @Override
  void run() throws Exception {
    Credit lines = present(credit, "the credit service");
    ShellTable table = new ShellTable();
    table.column("Holder");
    table.column("Name");
    table.column("Limit now").alignRight();
    table.column("Asked for").alignRight();
    table.column("By");
    table.column("At");
    table.column("Reason");
    for (Limits.Request request : present(limits, "the limit desk").requests()) {
      CreditLine line = HolderLookup.require(lines, request.holder().toString());
      table
          .addRow()
          .addContent(
              request.holder(),
              line.name(),
              line.limit(),
              request.limit(),
              request.requestedBy(),
              Show.time(request.requestedAt(), zone),
              request.reason());
    }
    table.emptyTableText("no requests").print(out);
  }
}
