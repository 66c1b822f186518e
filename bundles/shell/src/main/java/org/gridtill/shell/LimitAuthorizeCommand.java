package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.Limits;

/** Sets a limit, as the second of two persons. */
@Service
@Command(
    scope = "gridtill",
    name = "limit-authorize",
    description = "Sets the credit limit that another person has asked for, in your name")
public class LimitAuthorizeCommand extends LimitCommand {

  @Argument(
      name = "holder",
      description = "The agency, such as A001, or the collector, such as A001/C01",
      required = true)
  @Completion(RequestedLimits.class)
  String holder;

  @Argument(
      index = 1,
      name = "limit",
      description = "The limit that you authorize, in yuan, so that it cannot be another one",
      required = true)
  String limit;

  @Override
  String holder() {
    return holder;
  }

  @Override
  void run(Limits desk, Holder who) throws Exception {
    String person = Person.loggedIn();
    CreditLine line = desk.authorize(who, Money.parse(limit), person);
    out.printf(
        "%s has set the limit of %s to %s; %s are available%n",
        person, who, line.limit(), line.available());
  }
}
