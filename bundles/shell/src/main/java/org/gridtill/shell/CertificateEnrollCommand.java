package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Issues a certificate to a terminal. */
@Service
@Command(
    scope = "gridtill",
    name = "certificate-enroll",
    description =
        "Issues a certificate to a terminal; the same request again gets the same certificate")
public class CertificateEnrollCommand extends CertificateCommand {

  @Argument(name = "terminal", description = "The terminal", required = true)
  @Completion(TerminalCodes.class)
  String terminal;

  @Option(
      name = "--request",
      description = "The file with its request (PKCS#10) on the platform's machine",
      required = true)
  String request;

  @Override
  String state() {
    return certificatesOf(terminal);
  }

  @Override
  void runByRules() throws Exception {
    print(desk().enroll(terminal, ImportFile.bytes(request, LONGEST), Person.loggedIn()));
  }
}
