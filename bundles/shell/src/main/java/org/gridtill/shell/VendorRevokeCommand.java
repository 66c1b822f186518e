package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.trust.VendorTrust;

/** Trusts a vendor no longer. */
@Service
@Command(
    scope = "gridtill",
    name = "vendor-revoke",
    description = "Trusts a vendor no longer, in your name; what it has signed is stopped at once")
public class VendorRevokeCommand extends VendorCommand {

  @Argument(name = "alias", description = "The vendor, as vendor-list names it", required = true)
  @Completion(VendorAliases.class)
  String alias;

  @Override
  void run(VendorTrust vendors) throws Exception {
    String person = Person.loggedIn();
    var verdicts = vendors.revoke(alias, person);
    out.println(person + " has revoked vendor " + alias);
    show(verdicts);
  }

  /** A vendor's code is stopped also while the database is away. */
  @Override
  boolean evenUnrecorded() {
    return true;
  }
}
