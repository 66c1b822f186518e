package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.Limits;

/** Asks for another limit, as the first of two persons. */
@ForUnit
@Service
@Command(
    scope = "gridtill",
    name = "limit-request",
    description =
        "Asks for another credit limit in your name; nothing changes until another person"
            + " authorizes it. It replaces what was asked for before")
public class LimitRequestCommand extends LimitCommand {

  @Argument(
      name = "holder",
      description = "The agency, such as A001, or the collector, such as A001/C01",
      required = true)
  @Completion(HolderCodes.class)
  String holder;

  @Argument(
      index = 1,
      name = "limit",
      description = "The limit in yuan, such as 50000.00",
      required = true)
  String limit;

  @Argument(
      index = 2,
      name = "reason",
      description = "Why, 1 to 200 characters; in quotes",
      required = true)
  String reason;

  @Override
  String holder() {
    return holder;
  }

  @Override
  void run(Limits desk, Holder who) throws Exception {
    String person = Person.loggedIn();
    Money amount = Money.parse(limit);
    desk.request(who, amount, person, reason);
    out.printf(
        "%s has asked for a limit of %s for %s; another person authorizes it with 'limit-authorize"
            + " %s %s'%n",
        person, amount, who, who, amount);
  }
}
