package org.gridtill.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Shows which bundles would restart with one that is updated. */
@Service
@Command(
    scope = "gridtill",
    name = "adapter-upgrade-preview",
    description =
        "Shows which bundles would restart if a bundle were updated, and fails if others than"
            + " adapters would")
public class AdapterUpgradePreviewCommand extends ShellCommand {

  @Argument(
      name = "bundle",
      description = "The bundle's symbolic name, such as org.gridtill.adapter.pos, or its number",
      required = true)
  String bundle;

  @Reference BundleContext context;

  @Override
  void run() throws Exception {
    UpgradePreview preview = new UpgradePreview(context);
    List<Bundle> restarted = preview.restartedWith(bundle);
    ShellTable table = new ShellTable();
    table.column("ID");
    table.column("Bundle");
    table.column("Version");
    table.column("What");
    for (Bundle each : restarted) {
      table
          .addRow()
          .addContent(
              each.getBundleId(),
              each.getSymbolicName(),
              each.getVersion(),
              UpgradePreview.isAdapter(each) ? "adapter" : "not an adapter");
    }
    table.print(out);
    long others = restarted.stream().filter(each -> !UpgradePreview.isAdapter(each)).count();
    if (others > 0) {
      throw failure(
          "an update of "
              + bundle
              + " would restart "
              + others
              + " bundles that are no adapters; do it while no terminal works");
    }
  }
}
