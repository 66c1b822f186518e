package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Takes over a list of revoked certificates. */
@Service
@Command(
    scope = "gridtill",
    name = "certificate-import-list",
    description =
        "Takes over what the utility's own authority has revoked, from its list (X.509 CRL)")
public class CertificateImportListCommand extends CertificateCommand {

  private static final int LONGEST_LIST = 16_000_000;

  @Argument(
      name = "file",
      description = "The file with the list on the platform's machine",
      required = true)
  String file;

  @Override
  void runByRules() throws Exception {
    int revoked =
        desk().importRevocationList(ImportFile.bytes(file, LONGEST_LIST), Person.loggedIn());
    out.println(Show.count(revoked, "registered certificate") + " revoked by it");
  }
}
