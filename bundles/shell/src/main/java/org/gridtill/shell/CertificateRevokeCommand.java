package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.certificates.Certificate;

/** Revokes a certificate. */
@Service
@Command(
    scope = "gridtill",
    name = "certificate-revoke",
    description = "Revokes a certificate, at once and for good")
public class CertificateRevokeCommand extends CertificateCommand {

  @Argument(name = "serial", description = "Its serial number", required = true)
  String serial;

  @Argument(
      index = 1,
      name = "reason",
      description =
          "unspecified, key-compromise (stolen), superseded, cessation-of-operation,"
              + " affiliation-changed, privilege-withdrawn, ca-compromise",
      required = true)
  String reason;

  @Override
  String state() {
    if (certificates == null || serial == null || !serial.matches("[0-9A-Fa-f:]+")) {
      return null;
    }
    return certificates
        .find(serial)
        .map(each -> each.revocation() == null ? "GOOD" : each.revocation().name())
        .orElse(null);
  }

  @Override
  void runByRules() throws Exception {
    Certificate revoked =
        desk().revoke(serial, Certificate.Revocation.parse(reason), Person.loggedIn());
    out.println(
        "certificate "
            + revoked.serialNo()
            + " of "
            + revoked.holder()
            + " is revoked: "
            + revoked.revocation().word());
  }
}
