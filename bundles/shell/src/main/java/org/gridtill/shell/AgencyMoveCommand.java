package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.Agencies;

/** Puts an agency under another one. */
@Service
@Command(
    scope = "gridtill",
    name = "agency-move",
    description =
        "Puts an agency, with everybody below it and the money that they hold, under another one or"
            + " under none, in your name")
public class AgencyMoveCommand extends RuledCommand {

  @Argument(name = "agency", description = "The agency", required = true)
  @Completion(AgencyCodes.class)
  String agency;

  @Option(name = "--under", description = "The agency above it from now on; without it, none")
  @Completion(AgencyCodes.class)
  String under;

  @Reference(optional = true)
  Agencies agencies;

  @Override
  void runByRules() throws Exception {
    String person = Person.loggedIn();
    present(agencies, "the register of agencies").move(agency, under, person);
    out.println(
        person
            + " has moved "
            + agency
            + (under == null ? "; nobody is above it" : " under " + under));
  }
}
