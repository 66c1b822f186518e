package org.gridtill.shell;

import java.time.Instant;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.certificates.Certificate;
import org.gridtill.api.platform.time.PlatformClock;

/** Lists certificates. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "certificate-list",
    description = "Lists certificates: whose they are, until when, and whether they are good")
public class CertificateListCommand extends CertificateCommand {

  @Option(name = "--holder", description = "Only those of this terminal or endpoint")
  String holder;

  @Reference(optional = true)
  PlatformClock clock;

  @Override
  void runByRules() throws Exception {
    Instant now = present(clock, "the platform clock").now();
    ShellTable table = new ShellTable();
    table.column("Holder");
    table.column("Use");
    table.column("Serial number");
    table.column("State");
    table.column("Ends in");
    table.column("Issuer");
    table.column("Registered");
    table.column("By");
    for (Certificate each : desk().list()) {
      if (holder == null || holder.equals(each.holder())) {
        table
            .addRow()
            .addContent(
                each.holder(),
                each.use(),
                each.serialNo(),
                state(each, now),
                Show.until(each.notAfter(), now),
                each.issuer(),
                Show.age(each.registeredAt(), now),
                each.registeredBy());
      }
    }
    table.emptyTableText("no certificates").print(out);
  }

  private static String state(Certificate certificate, Instant now) {
    if (certificate.revocation() != null) {
      return "REVOKED " + certificate.revocation().word();
    }
    return now.isAfter(certificate.notAfter()) ? "EXPIRED" : "GOOD";
  }
}
