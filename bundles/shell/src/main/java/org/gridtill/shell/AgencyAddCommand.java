package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.Holder;

/** Adds an agency, and asks for its limit. */
@Service
@Command(
    scope = "gridtill",
    name = "agency-add",
    description =
        "Adds an agency and asks for its credit limit, which a second person authorizes with"
            + " limit-authorize")
public class AgencyAddCommand extends HolderAddCommand {

  @Argument(
      name = "code",
      description = "The agency's code, 1 to 15 letters or digits",
      required = true)
  String code;

  @Argument(index = 1, name = "name", description = "What people call it", required = true)
  String name;

  @Argument(
      index = 2,
      name = "limit",
      description =
          "How much collected money it may hold beyond its own money, in yuan, such as 50000.00",
      required = true)
  String limit;

  @Option(name = "--under", description = "The agency above it")
  @Completion(AgencyCodes.class)
  String under;

  @Override
  void runByRules() throws Exception {
    add(Holder.agency(code), limit, register -> register.addAgency(code, name, under));
  }
}
