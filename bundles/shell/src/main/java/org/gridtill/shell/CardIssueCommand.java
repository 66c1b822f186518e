package org.gridtill.shell;

import java.util.Arrays;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.terminals.CollectorCards;

/** Hands a card out. */
@Service
@Command(
    scope = "gridtill",
    name = "card-issue",
    description = "Hands an identity card in stock out to a collector, and sets its first PIN")
public class CardIssueCommand extends RuledCommand {

  @Argument(name = "card-no", description = "The card's number, 8 to 19 digits", required = true)
  String cardNo;

  @Argument(
      index = 1,
      name = "collector",
      description = "The collector, such as A001/C01",
      required = true)
  @Completion(HolderCodes.class)
  String collector;

  @Reference Session session;

  @Reference(optional = true)
  CollectorCards cards;

  @Override
  void runByRules() throws Exception {
    String person = Person.loggedIn();
    Holder holder = Holder.parse(collector);
    char[] pin = NewPin.ask(session, out);
    try {
      present(cards, "the cards' desk").issue(cardNo, holder, pin, person);
    } finally {
      Arrays.fill(pin, '\0');
    }
    out.println(
        "card " + cardNo + " is " + holder + "'s; bind it to a terminal, see binding-request");
  }
}
