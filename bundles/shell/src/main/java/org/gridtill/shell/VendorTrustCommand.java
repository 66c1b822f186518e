package org.gridtill.shell;

import java.io.BufferedReader;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.gridtill.api.platform.approvals.Act;
import org.gridtill.api.platform.approvals.Approvals;
import org.gridtill.api.platform.trust.VendorTrust;

/** Trusts a vendor, once its certificate's fingerprint was compared. */
@Service
@Command(
    scope = "gridtill",
    name = "vendor-trust",
    description =
        "Asks, in your name, that a vendor's certificate is trusted, which another administrator"
            + " approves; what the vendor has signed may run then")
public class VendorTrustCommand extends VendorCommand {

  @Option(
      name = "--fingerprint",
      description =
          "The certificate's SHA-256 fingerprint as the vendor has told it on another way than the"
              + " file; without it, the command shows the certificate and trusts nobody")
  String fingerprint;

  @Argument(
      name = "alias",
      description = "What to call the vendor: lower-case letters, digits, dashes",
      required = true)
  String alias;

  @Argument(
      index = 1,
      name = "file",
      description = "The vendor's certificate, a PEM file on the platform's machine",
      required = true)
  @Completion(FileCompleter.class)
  String file;

  @Reference(optional = true)
  Approvals approvals;

  @Override
  void run(VendorTrust vendors) throws Exception {
    String person = Person.loggedIn();
    String pem =
        ImportFile.read(
            file, out, text -> new BufferedReader(text).lines().collect(Collectors.joining("\n")));
    show(vendors.read(alias, pem));
    if (fingerprint == null) {
      throw failure(
          "nobody is trusted yet: compare the fingerprint with what the vendor has told you on"
              + " another way, then repeat this with --fingerprint");
    }
    Approvals desk = present(approvals, "the desk for approvals");
    Act act = Act.trustVendor(alias, pem, fingerprint);
    if (Asking.askIfNeeded(desk, act, PeopleCommand.caller(), out)) {
      return;
    }
    var verdicts = vendors.trust(alias, pem, fingerprint, person);
    out.println(person + " trusts vendor " + alias);
    show(verdicts);
  }
}
