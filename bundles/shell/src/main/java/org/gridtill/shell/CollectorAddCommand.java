package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.Holder;

/** Adds a collector to an agency, and asks for the limit. */
@Service
@Command(
    scope = "gridtill",
    name = "collector-add",
    description =
        "Adds a collector to an agency and asks for the credit limit, which a second person"
            + " authorizes with limit-authorize")
public class CollectorAddCommand extends HolderAddCommand {

  @Argument(name = "agency", description = "The agency", required = true)
  @Completion(AgencyCodes.class)
  String agency;

  @Argument(
      index = 1,
      name = "code",
      description = "The collector's code as the terminals send it, 1 to 16 letters or digits",
      required = true)
  String code;

  @Argument(
      index = 2,
      name = "name",
      description = "What people call the collector",
      required = true)
  String name;

  @Argument(
      index = 3,
      name = "limit",
      description = "How much collected money the collector may hold, in yuan, such as 5000.00",
      required = true)
  String limit;

  @Override
  void runByRules() throws Exception {
    Holder collector = new Holder(agency, code);
    add(collector, limit, register -> register.addCollector(collector, name));
  }
}
