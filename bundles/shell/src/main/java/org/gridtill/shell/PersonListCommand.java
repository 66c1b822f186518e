package org.gridtill.shell;

import java.time.Instant;
import java.time.ZoneId;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.gridtill.api.platform.people.People;
import org.gridtill.api.platform.people.Person;
import org.gridtill.api.platform.people.Role;

/** Lists who may log in. */
@LookOnly
@Service
@Command(
    scope = "gridtill",
    name = "person-list",
    description = "Lists the people who may log in, and what they may do")
public class PersonListCommand extends PeopleCommand {

  ZoneId zone = ZoneId.systemDefault();

  @Override
  void run(People register) {
    ShellTable table = new ShellTable();
    table.column("Name");
    table.column("Roles");
    table.column("Unit");
    table.column("State");
    table.column("Last login");
    for (Person person : register.list()) {
      table
          .addRow()
          .addContent(
              person.name(),
              Role.words(person.roles()),
              Show.orDash(person.unit()),
              state(person),
              time(person.lastLogin()));
    }
    table.emptyTableText("nobody").print(out);
  }

  private String state(Person person) {
    if (person.locked()) {
      return "locked";
    }
    if (person.lockedUntil() != null) {
      return "locked out until " + time(person.lockedUntil());
    }
    if (!person.mustChange()) {
      return "may log in";
    }
    return person.oneTimeUntil() == null
        ? "has a one-time password"
        : "has a one-time password until " + time(person.oneTimeUntil());
  }

  private String time(Instant moment) {
    return Show.time(moment, zone);
  }
}
