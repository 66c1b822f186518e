package org.gridtill.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.certificates.Authority;

/** Shows the authorities. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "certificate-authority-show",
    description = "Shows the authorities whose devices may connect, with their certificates")
public class CertificateAuthorityShowCommand extends CertificateCommand {

  @Override
  void runByRules() throws Exception {
    List<Authority> all = desk().authorities();
    if (all.isEmpty()) {
      out.println("no certificate authority; certificate-authority-create makes one");
    }
    for (Authority each : all) {
      print(each, this);
    }
  }

  static void print(Authority authority, ShellCommand to) {
    to.fact("Authority", authority.subject());
    to.fact("Whose", authority.own() ? "this platform's" : "the utility's (trustAnchors)");
    to.fact("Serial number", authority.serialNo());
    to.fact("Valid until", authority.notAfter());
    to.fact("Fingerprint", authority.fingerprint());
    authority.pem().lines().forEach(to.out::println);
  }
}
