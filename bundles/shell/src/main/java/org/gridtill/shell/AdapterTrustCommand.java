package org.gridtill.shell;

import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.gridtill.api.platform.trust.VendorTrust;

/** Lists what is not of the distribution, and whether it may run. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "adapter-trust",
    description =
        "Lists the bundles that are not part of the distribution, whether they may run, and why")
public class AdapterTrustCommand extends VendorCommand {

  @Override
  void run(VendorTrust vendors) {
    warnIfSwitchedOff(vendors);
    ShellTable table = new ShellTable();
    table.column("ID").alignRight();
    table.column("Bundle");
    table.column("Version");
    table.column("Vendor");
    table.column("Trust");
    table.column("Why");
    for (BundleVerdict verdict : vendors.verdicts()) {
      table
          .addRow()
          .addContent(
              verdict.bundleId(),
              verdict.bundle(),
              verdict.version(),
              Show.orDash(verdict.vendor()),
              verdict.judgement().name().toLowerCase(Locale.ROOT).replace('_', ' '),
              verdict.words());
    }
    table.emptyTableText("every bundle is part of the distribution").print(out);
  }
}
