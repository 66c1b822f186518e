package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.approvals.Act;
import org.gridtill.api.platform.people.People;

/** Gives somebody a new one-time password. */
@Service
@Command(
    scope = "gridtill",
    name = "person-reset",
    description =
        "Gives somebody a new one-time password instead of the password until now, and prints it")
public class PersonResetCommand extends PersonChangeCommand {

  @Argument(name = "name", description = "Who", required = true)
  @Completion(PersonNames.class)
  String name;

  @Override
  String state() {
    return state(name);
  }

  @Override
  void run(People register) throws Exception {
    if (askIfNeeded(Act.resetPerson(name))) {
      return;
    }
    hand(name, register.resetPassword(name, caller()));
  }
}
