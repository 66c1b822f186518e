package org.gridtill.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.approvals.Act;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.people.People;
import org.gridtill.api.platform.people.Role;

/** Adds somebody who may log in. */
@Service
@Command(
    scope = "gridtill",
    name = "person-add",
    description = "Lets somebody log in, and prints their one-time password")
public class PersonAddCommand extends PersonChangeCommand {

  @Argument(
      name = "name",
      description = "Under which they log in: 2 to 32 lower-case letters, digits, dots, dashes",
      required = true)
  String name;

  @Argument(
      index = 1,
      name = "roles",
      description =
          "What they do, with commas between: administrator, manager, finance, auditor, operations,"
              + " agency",
      required = true)
  @Completion(RoleNames.class)
  String roles;

  @Option(
      name = "--unit",
      description = "With the role agency: the agency that they administer, with those below it")
  @Completion(AgencyCodes.class)
  String unit;

  @Reference(optional = true)
  Credit credit;

  @Override
  void run(People register) throws Exception {
    Set<Role> parsed = Role.parse(roles);
    if (unit != null) {
      HolderLookup.requireAgency(present(credit, "the credit service"), unit);
    }
    if (askIfNeeded(Act.addPerson(name, parsed, unit))) {
      return;
    }
    hand(name, register.add(name, parsed, unit, caller()));
  }
}
