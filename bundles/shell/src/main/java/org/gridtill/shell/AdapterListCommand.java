package org.gridtill.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.gates.GateStatus;
import org.gridtill.api.platform.gates.Gates;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Lists adapters with version, state, and how they do behind their gates. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "adapter-list",
    description = "Lists adapters with version, state and health, and why one is not ready")
public class AdapterListCommand extends ShellCommand {

  @Reference BundleContext context;

  @Reference(optional = true)
  ServiceComponentRuntime components;

  @Reference(optional = true)
  Gates gates;

  @Override
  void run() {
    List<AdapterRow> adapters = rows();
    ShellTable table = new ShellTable();
    table.column("Adapter");
    table.column("Kind");
    table.column("Vendor");
    table.column("Bundle");
    table.column("Version");
    table.column("Bundle state");
    table.column("Made");
    table.column("Calls");
    table.column("Stuck");
    table.column("Circuit");
    table.column("Adapter state");
    List<GateStatus> statuses = gates == null ? List.of() : gates.status();
    for (AdapterRow row : adapters) {
      AdapterHealth health = AdapterHealth.of(row, statuses);
      table
          .addRow()
          .addContent(
              row.name(),
              row.kind(),
              row.vendor(),
              row.bundle(),
              row.version(),
              row.bundleState(),
              health.made(),
              health.calls(),
              health.stuck(),
              health.circuit(),
              health.state());
    }
    table.emptyTableText("no adapters").print(out);
  }

  private List<AdapterRow> rows() {
    List<AdapterRow> rows = new AdapterInventory(context, components).adapters();
    return gates == null
        ? rows
        : rows.stream()
            .map(
                row ->
                    row.state().equals(AdapterRow.NOT_STARTED)
                        ? row.in(gates.diagnosis(row.bundleId()))
                        : row)
            .toList();
  }
}
