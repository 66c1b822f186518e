package org.gridtill.shell;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.platform.certificates.CertificateDesk;
import org.gridtill.api.platform.certificates.CertificateDesk.Issued;

/** What commands about certificates have in common. */
abstract class CertificateCommand extends RuledCommand {

  /** More than any request or certificate has. */
  static final int LONGEST = 65_536;

  @Reference(optional = true)
  CertificateDesk certificates;

  final CertificateDesk desk() throws CommandException {
    return present(certificates, "the certificate desk");
  }

  final void print(Issued issued) {
    fact("Serial number", issued.certificate().serialNo());
    fact("Valid until", issued.certificate().notAfter());
    fact("Fingerprint", issued.certificate().fingerprint());
    if (issued.again()) {
      out.println("It had been issued before to the same request.");
    }
    issued.pem().lines().forEach(out::println);
  }

  /** Returns what a holder has, for the audit trail. */
  final String certificatesOf(String holder) {
    if (certificates == null || holder == null) {
      return null;
    }
    return certificates.list().stream()
        .filter(each -> each.holder().equals(holder) && each.revocation() == null)
        .map(each -> each.serialNo())
        .reduce((one, other) -> one + ',' + other)
        .orElse("none");
  }
}
