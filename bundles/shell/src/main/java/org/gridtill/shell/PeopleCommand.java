package org.gridtill.shell;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gridtill.api.platform.people.Caller;
import org.gridtill.api.platform.people.People;
import org.gridtill.api.platform.people.Person;
import org.gridtill.api.platform.people.Role;

/** What commands about people who log in have in common. */
abstract class PeopleCommand extends RuledCommand {

  @Reference(optional = true)
  People people;

  @Override
  final void runByRules() throws Exception {
    run(present(people, "the register of people"));
  }

  /** Does the work, as {@link #runByRules()}. */
  abstract void run(People register) throws Exception;

  /** Returns who types the command; the service records its own acts with it. */
  static Caller caller() throws Exception {
    return new Caller(org.gridtill.shell.Person.loggedIn(), org.gridtill.shell.Person.origin());
  }

  /** Returns how somebody is, for the audit trail. */
  final String state(String name) {
    return people == null || name == null
        ? null
        : people.find(name).map(PeopleCommand::words).orElse(null);
  }

  private static String words(Person person) {
    return Role.words(person.roles())
        + (person.unit() == null ? "" : " of " + person.unit())
        + (person.locked() ? ", locked" : "");
  }

  /** Prints a one-time password, once. */
  final void hand(String name, String password) {
    out.println("one-time password of " + name + ": " + password);
    out.println(
        "it is shown nowhere again; " + name + " logs in with it and types password-change");
  }
}
