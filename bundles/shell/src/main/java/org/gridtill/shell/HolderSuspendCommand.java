package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.Holder;

/** Suspends an agency or a collector. */
@Service
@Command(
    scope = "gridtill",
    name = "holder-suspend",
    description =
        "Lets a collector, or an agency and everybody below it, take no more money, in your name,"
            + " from the next message on")
public class HolderSuspendCommand extends HolderCommand {

  @Argument(
      index = 1,
      name = "reason",
      description = "Why, 1 to 200 characters; in quotes",
      required = true)
  String reason;

  @Override
  void run(Agencies register, Holder who) throws Exception {
    String person = Person.loggedIn();
    register.suspend(who, person, reason);
    out.println(
        person
            + " has suspended "
            + who
            + (who.isCollector() ? "" : " and everybody below it")
            + "; holder-resume ends it");
  }
}
