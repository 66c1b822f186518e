package org.gridtill.simulator.sg186.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.CardWrite;
import org.gridtill.api.adapter.card.CardWriteStep;

/** What was read off a card, and what writes one, as text without tabs. */
final class CardText {

  private CardText() {}

  static String write(CardReading card) {
    return String.join(
        ":",
        card.cardSerial(),
        card.challenge(),
        card.parameterFile(),
        write(card.wallet()),
        card.returnFile());
  }

  static CardReading readReading(String text) {
    String[] field = text.split(":", -1);
    return new CardReading(field[0], field[1], field[2], readWallet(field[3]), field[4]);
  }

  static String write(CardWrite script) {
    String steps =
        script.steps().stream()
            .map(step -> step.target() + "," + step.data() + "," + step.mac())
            .collect(Collectors.joining(";"));
    return String.join(":", script.meterNo(), write(script.wallet()), steps);
  }

  static CardWrite readScript(String text) {
    String[] field = text.split(":", -1);
    List<CardWriteStep> steps =
        Arrays.stream(field[2].split(";"))
            .map(step -> step.split(",", -1))
            .map(part -> new CardWriteStep(CardWriteStep.Target.valueOf(part[0]), part[1], part[2]))
            .toList();
    return new CardWrite(field[0], readWallet(field[1]), steps);
  }

  private static String write(CardWallet wallet) {
    return wallet.amount().fen() + "," + wallet.purchaseCount();
  }

  private static CardWallet readWallet(String text) {
    String[] field = text.split(",");
    return new CardWallet(Money.ofFen(Long.parseLong(field[0])), Integer.parseInt(field[1]));
  }
}
