package org.gridtill.shell;

import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.credit.CreditLine;

/** Makes a table of credit lines. */
final class CreditTable {

  private CreditTable() {}

  /** Makes it; the amounts in yuan. */
  static ShellTable of(List<CreditLine> lines) {
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
    return table;
  }
}
