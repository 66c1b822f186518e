package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.people.People;

/** Keeps somebody from logging in. */
@Service
@Command(
    scope = "gridtill",
    name = "person-lock",
    description =
        "Keeps somebody from logging in, until person-unlock; who is logged in stays so until they leave")
public class PersonLockCommand extends PeopleCommand {

  @Argument(name = "name", description = "Who", required = true)
  @Completion(PersonNames.class)
  String name;

  @Override
  String state() {
    return state(name);
  }

  @Override
  void run(People register) throws Exception {
    register.lock(name, caller());
    out.println(name + " may not log in any more");
  }
}
