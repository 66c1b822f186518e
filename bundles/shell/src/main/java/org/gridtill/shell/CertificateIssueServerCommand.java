package org.gridtill.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Issues a certificate to an endpoint. */
@Service
@Command(
    scope = "gridtill",
    name = "certificate-issue-server",
    description = "Issues a certificate to an endpoint, for the names by which terminals reach it")
public class CertificateIssueServerCommand extends CertificateCommand {

  @Argument(
      name = "names",
      description = "Host names and addresses",
      required = true,
      multiValued = true)
  List<String> names;

  @Option(
      name = "--request",
      description = "The file with its request (PKCS#10) on the platform's machine",
      required = true)
  String request;

  @Override
  void runByRules() throws Exception {
    print(desk().issueServer(ImportFile.bytes(request, LONGEST), names, Person.loggedIn()));
  }
}
