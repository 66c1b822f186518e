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

/** Gives somebody other roles. */
@Service
@Command(
    scope = "gridtill",
    name = "person-assign",
    description =
        "Gives somebody other roles, instead of those until now, from their next login on")
public class PersonAssignCommand extends PersonChangeCommand {

  @Argument(name = "name", description = "Who", required = true)
  @Completion(PersonNames.class)
  String name;

  @Argument(
      index = 1,
      name = "roles",
      description = "All of their roles from now on, with commas between",
      required = true)
  @Completion(RoleNames.class)
  String roles;

  @Option(name = "--unit", description = "With the role agency: the agency that they administer")
  @Completion(AgencyCodes.class)
  String unit;

  @Reference(optional = true)
  Credit credit;

  @Override
  String state() {
    return state(name);
  }

  @Override
  void run(People register) throws Exception {
    Set<Role> parsed = Role.parse(roles);
    if (unit != null) {
      HolderLookup.requireAgency(present(credit, "the credit service"), unit);
    }
    if (askIfNeeded(Act.assignPerson(name, parsed, unit))) {
      return;
    }
    register.assign(name, parsed, unit, caller());
    out.println(name + " is " + Role.words(parsed) + " from the next login on");
  }
}
