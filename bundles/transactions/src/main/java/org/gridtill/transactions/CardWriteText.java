package org.gridtill.transactions;

import java.util.ArrayList;
import java.util.List;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.CardWrite;
import org.gridtill.api.adapter.card.CardWriteStep;

/** What to write to a card as the text in which it is stored: a header line, then a line a step. */
final class CardWriteText {

  private static final String NO_MAC = "-";

  private CardWriteText() {}

  static String write(CardWrite card) {
    List<String> lines = new ArrayList<>();
    CardWallet wallet = card.wallet();
    lines.add(card.meterNo() + ' ' + wallet.amount().fen() + ' ' + wallet.purchaseCount());
    for (CardWriteStep step : card.steps()) {
      String mac = step.mac().isEmpty() ? NO_MAC : step.mac();
      lines.add(step.target() + " " + mac + ' ' + step.data());
    }
    return String.join("\n", lines);
  }

  static CardWrite read(String text) {
    String[] lines = text.split("\n");
    String[] head = lines[0].split(" ");
    List<CardWriteStep> steps = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String[] parts = lines[i].split(" ", -1);
      steps.add(
          new CardWriteStep(
              CardWriteStep.Target.valueOf(parts[0]),
              parts[2],
              parts[1].equals(NO_MAC) ? "" : parts[1]));
    }
    CardWallet wallet =
        new CardWallet(Money.ofFen(Long.parseLong(head[1])), Integer.parseInt(head[2]));
    return new CardWrite(head[0], wallet, steps);
  }
}
