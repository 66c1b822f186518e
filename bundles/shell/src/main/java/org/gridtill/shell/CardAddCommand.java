package org.gridtill.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.terminals.CollectorCards;

/** Takes a card into stock. */
@Service
@Command(
    scope = "gridtill",
    name = "card-add",
    description = "Takes an identity card into stock, in your name")
public class CardAddCommand extends RuledCommand {

  @Argument(name = "card-no", description = "The card's number, 8 to 19 digits", required = true)
  String cardNo;

  @Reference(optional = true)
  CollectorCards cards;

  @Override
  void runByRules() throws Exception {
    present(cards, "the cards' desk").add(cardNo, Person.loggedIn());
    out.println("card " + cardNo + " is in stock");
  }
}
