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
import org.gridtill.api.platform.credit.Holder;

/** Lists the credit of agencies and collectors. */
@Service
@Command(
    scope = "gridtill",
    name = "credit-list",
    description = "Lists the credit of agencies and collectors, in yuan")
public class CreditListCommand extends ShellCommand {

  @Argument(
      name = "holder",
      description =
          "Only this agency, such as A001, and its collectors; or a collector, as A001/C01")
  @Completion(HolderCodes.class)
  String holder;

  @Reference(optional = true)
  Credit credit;

  @Override
  void run() throws Exception {
    Credit lines = present(credit, "the credit service");
    table(holder == null ? lines.list() : only(lines)).print(out);
  }

  private List<CreditLine> only(Credit lines) {
    Holder wanted = HolderLookup.require(lines, holder).holder();
    return lines.list().stream()
        .filter(
            line ->
                line.holder().equals(wanted)
                    || !wanted.isCollector() && line.holder().agency().equals(wanted))
        .toList();
  }

  private static ShellTable table(List<CreditLine> lines) {
    ShellTable table = new ShellTable();
    table.column("Holder");
    table.column("Name");
    table.column("Limit").alignRight();
    table.column("Used").alignRight();
    table.column("Reserved").alignRight();
    table.column("Available").alignRight();
    table.column("Own money").alignRight();
    table.column("Under");
    table.column("State");
    for (CreditLine line : lines) {
      table
          .addRow()
          .addContent(
              line.holder(),
              line.name(),
              line.limit(),
              line.used(),
              line.reserved(),
              line.available(),
              line.ownMoney(),
              Show.orDash(line.parentCode()),
              line.state());
    }
    return table.emptyTableText("no agencies");
  }
}
