package org.gridtill.shell;

import java.util.Arrays;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.gridtill.api.platform.terminals.CollectorCards;

/** Sets a new PIN. */
@Service
@Command(
    scope = "gridtill",
    name = "card-pin",
    description = "Sets a new PIN of an identity card that is out, and unlocks it")
public class CardPinCommand extends RuledCommand {

  @Argument(name = "card-no", description = "The card's number, 8 to 19 digits", required = true)
  String cardNo;

  @Reference Session session;

  @Reference(optional = true)
  CollectorCards cards;

  @Override
  void runByRules() throws Exception {
    String person = Person.loggedIn();
    char[] pin = NewPin.ask(session, out);
    try {
      present(cards, "the cards' desk").setPin(cardNo, pin, person);
    } finally {
      Arrays.fill(pin, '\0');
    }
    out.println("card " + cardNo + " has a new PIN");
  }
}
