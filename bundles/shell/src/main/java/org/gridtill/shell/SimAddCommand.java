package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.terminals.Sims;

/** Registers a SIM card. */
@Service
@Command(scope = "gridtill", name = "sim-add", description = "Registers a SIM card, in your name")
public class SimAddCommand extends RuledCommand {

  @Argument(
      name = "iccid",
      description = "The number of the SIM card, 19 or 20 digits",
      required = true)
  String iccid;

  @Argument(index = 1, name = "imsi", description = "Its subscriber, 15 digits", required = true)
  String imsi;

  @Reference(optional = true)
  Sims sims;

  @Override
  void runByRules() throws Exception {
    present(sims, "the SIM desk").add(iccid, imsi, Person.loggedIn());
    out.println("SIM " + iccid + " is registered");
  }
}
