package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.approvals.Act;
import org.gridtill.api.platform.people.People;

/** Lets somebody log in again. */
@Service
@Command(
    scope = "gridtill",
    name = "person-unlock",
    description = "Lets somebody log in again who was locked, or locked out after wrong passwords")
public class PersonUnlockCommand extends PersonChangeCommand {

  @Argument(name = "name", description = "Who", required = true)
  @Completion(PersonNames.class)
  String name;

  @Override
  String state() {
    return state(name);
  }

  @Override
  void run(People register) throws Exception {
    if (askIfNeeded(Act.unlockPerson(name))) {
      return;
    }
    register.unlock(name, caller());
    out.println(name + " may log in");
  }
}
