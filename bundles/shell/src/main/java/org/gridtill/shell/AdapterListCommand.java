package org.gridtill.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Lists adapters with version and state. */
@Service
@Command(
    scope = "gridtill",
    name = "adapter-list",
    description = "Lists adapters with version and state, and why one is not ready")
public class AdapterListCommand extends ShellCommand {

  @Reference BundleContext context;

  @Reference(optional = true)
  ServiceComponentRuntime components;

  @Override
  void run() {
    List<AdapterRow> adapters = new AdapterInventory(context, components).adapters();
    ShellTable table = new ShellTable();
    table.column("Adapter");
    table.column("Kind");
    table.column("Vendor");
    table.column("Bundle");
    table.column("Version");
    table.column("Bundle state");
    table.column("Adapter state");
    for (AdapterRow row : adapters) {
      table
          .addRow()
          .addContent(
              row.name(),
              row.kind(),
              row.vendor(),
              row.bundle(),
              row.version(),
              row.bundleState(),
              row.state());
    }
    table.emptyTableText("no adapters").print(out);
  }
}
