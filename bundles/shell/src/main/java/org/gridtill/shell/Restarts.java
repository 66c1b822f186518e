package org.gridtill.shell;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;
import org.osgi.framework.Bundle;

/** Bundles that an upgrade restarts. */
record Restarts(List<Bundle> bundles) {

  void print(PrintStream out) {
    ShellTable table = new ShellTable();
    table.column("ID");
    table.column("Bundle");
    table.column("Version");
    table.column("What");
    for (Bundle each : bundles) {
      table
          .addRow()
          .addContent(
              each.getBundleId(),
              each.getSymbolicName(),
              each.getVersion(),
              UpgradePreview.isAdapter(each) ? "adapter" : "not an adapter");
    }
    table.emptyTableText("no bundle restarts").print(out);
  }

  /** Returns how many of them are no adapters. */
  long others() {
    return bundles.stream().filter(each -> !UpgradePreview.isAdapter(each)).count();
  }
}
