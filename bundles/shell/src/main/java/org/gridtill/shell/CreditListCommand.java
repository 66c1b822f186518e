package org.gridtill.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.CreditLine;

/** Lists agencies' credit. */
@Service
@Command(
    scope = "gridtill",
    name = "credit-list",
    description = "Lists agencies' credit: limit, used, reserved and available, in yuan")
public class CreditListCommand extends ShellCommand {

  @Argument(name = "agency", description = "Only this agency")
  @Completion(AgencyCodes.class)
  String agency;

  @Reference(optional = true)
  Credit credit;

  @Override
  void run() throws Exception {
    Credit lines = present(credit, "the credit service");
    table(agency == null ? lines.list() : List.of(Agencies.require(lines, agency))).print(out);
  }

  private static ShellTable table(List<CreditLine> lines) {
    ShellTable table = new ShellTable();
    table.column("Agency");
    table.column("Name");
    table.column("Limit").alignRight();
    table.column("Used").alignRight();
    table.column("Reserved").alignRight();
    table.column("Available").alignRight();
    for (CreditLine line : lines) {
      table
          .addRow()
          .addContent(
              line.agencyCode(),
              line.agencyName(),
              line.limit(),
              line.used(),
              line.reserved(),
              line.available());
    }
    return table.emptyTableText("no agencies");
  }
}
