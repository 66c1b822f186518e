package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.certificates.Authority;

/** Makes an authority. */
@Service
@Command(
    scope = "gridtill",
    name = "certificate-authority-create",
    description =
        "Makes the platform's own certificate authority, with its key in the vault; an earlier one"
            + " goes on being trusted")
public class CertificateAuthorityCreateCommand extends CertificateCommand {

  @Argument(name = "name", description = "Its name, which devices see", required = true)
  String name;

  @Override
  void runByRules() throws Exception {
    Authority made = desk().create(name, Person.loggedIn());
    out.println("the certificate authority " + made.subject() + " issues from now on");
    CertificateAuthorityShowCommand.print(made, this);
  }
}
