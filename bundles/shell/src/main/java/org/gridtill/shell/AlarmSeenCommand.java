package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.terminals.GuardAlarms;

/** Acknowledges alarms. */
@Service
@Command(
    scope = "gridtill",
    name = "alarm-seen",
    description = "Says, in your name, that the alarms of a terminal have been seen")
public class AlarmSeenCommand extends RuledCommand {

  @Argument(
      name = "terminal",
      description = "The terminal, or ? for those that are not registered",
      required = true)
  String terminal;

  @Reference(optional = true)
  GuardAlarms alarms;

  @Override
  void runByRules() throws Exception {
    int seen = present(alarms, "the alarms").acknowledge(terminal, Person.loggedIn());
    out.println(Show.count(seen, "alarm") + " of terminal " + terminal + " seen");
  }
}
