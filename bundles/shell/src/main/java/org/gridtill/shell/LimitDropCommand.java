package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.Limits;

/** Takes back or turns down a wish for another limit. */
@Service
@Command(
    scope = "gridtill",
    name = "limit-drop",
    description = "Turns down, or takes back, what was asked for with limit-request, in your name")
public class LimitDropCommand extends LimitCommand {

  @Argument(
      name = "holder",
      description = "The agency, such as A001, or the collector, such as A001/C01",
      required = true)
  @Completion(RequestedLimits.class)
  String holder;

  @Override
  String holder() {
    return holder;
  }

  @Override
  void run(Limits desk, Holder who) throws Exception {
    String person = Person.loggedIn();
    desk.drop(who, person);
    out.println(person + " has dropped the wish for another limit of " + who);
  }
}
