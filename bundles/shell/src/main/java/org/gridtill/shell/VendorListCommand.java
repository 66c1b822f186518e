package org.gridtill.shell;

import java.time.ZoneOffset;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.trust.Vendor;
import org.gridtill.api.platform.trust.VendorTrust;

/** Lists whom operations trust. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "vendor-list",
    description = "Lists the vendors that are trusted, and until when their certificates are valid")
public class VendorListCommand extends VendorCommand {

  @Override
  void run(VendorTrust vendors) {
    warnIfSwitchedOff(vendors);
    ShellTable table = new ShellTable();
    table.column("Vendor");
    table.column("Subject");
    table.column("Authority");
    table.column("Valid until");
    table.column("Trusted by");
    table.column("Trusted at");
    table.column("Fingerprint");
    for (Vendor vendor : vendors.vendors()) {
      table
          .addRow()
          .addContent(
              vendor.alias(),
              vendor.subject(),
              vendor.issues() ? "yes" : "no",
              Show.time(vendor.validTo(), ZoneOffset.UTC),
              Show.orDash(vendor.trustedBy()),
              Show.time(vendor.trustedAt(), ZoneOffset.UTC),
              vendor.fingerprint());
    }
    table.emptyTableText("no vendor is trusted").print(out);
  }
}
