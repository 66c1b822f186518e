package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.certificates.Certificate;

/** Registers a certificate from elsewhere. */
@Service
@Command(
    scope = "gridtill",
    name = "certificate-register",
    description =
        "Registers a certificate that the utility's own authority has issued to a terminal")
public class CertificateRegisterCommand extends CertificateCommand {

  @Argument(name = "terminal", description = "The terminal", required = true)
  @Completion(TerminalCodes.class)
  String terminal;

  @Option(
      name = "--certificate",
      description = "The file with the certificate on the platform's machine",
      required = true)
  String certificate;

  @Override
  String state() {
    return certificatesOf(terminal);
  }

  @Override
  void runByRules() throws Exception {
    Certificate registered =
        desk().register(terminal, ImportFile.bytes(certificate, LONGEST), Person.loggedIn());
    out.println(
        "certificate "
            + registered.serialNo()
            + " of terminal "
            + terminal
            + " is registered, until "
            + registered.notAfter());
  }
}
