package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.terminals.Sims;

/** Revokes a SIM card. */
@Service
@Command(
    scope = "gridtill",
    name = "sim-revoke",
    description = "Revokes a SIM card, at once and for good")
public class SimRevokeCommand extends RuledCommand {

  @Argument(
      name = "iccid",
      description = "The number of the SIM card, 19 or 20 digits",
      required = true)
  String iccid;

  @Reference(optional = true)
  Sims sims;

  @Override
  void runByRules() throws Exception {
    present(sims, "the SIM desk").revoke(iccid, Person.loggedIn());
    out.println("SIM " + iccid + " is revoked, and shifts with it are closed");
  }
}
