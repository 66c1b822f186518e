package org.gridtill.adapter.sg186;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.gridtill.adapter.sg186.contract.types.CardStep;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.CardWrite;
import org.gridtill.api.adapter.card.CardWriteStep;

/** Puts what was read off a card in the words of the contract, and reads what writes one. */
final class Cards {

  private Cards() {}

  static org.gridtill.adapter.sg186.contract.types.CardReading reading(CardReading card) {
    var result = new org.gridtill.adapter.sg186.contract.types.CardReading();
    result.setCardSerial(card.cardSerial());
    result.setChallenge(card.challenge());
    result.setParameterFile(orAbsent(card.parameterFile()));
    result.setWalletAmount(card.wallet().amount().yuan());
    result.setPurchaseCount(BigInteger.valueOf(card.wallet().purchaseCount()));
    result.setReturnFile(orAbsent(card.returnFile()));
    return result;
  }

  /**
   * Reads what writes a card. It passes to the terminal unchanged, but must at least write the
   * wallet that it says it does: a card with another amount than the receipt is money lost.
   */
  static CardWrite write(org.gridtill.adapter.sg186.contract.types.CardWrite write)
      throws UnclearAnswerException {
    Answers.present(write, "cardWrite");
    CardWallet wallet =
        new CardWallet(
            Answers.money(write.getWalletAmount(), "walletAmount"),
            Answers.count(write.getPurchaseCount()));
    List<CardWriteStep> steps = new ArrayList<>();
    for (CardStep step : write.getStep()) {
      steps.add(step(step));
    }
    String file = String.format("%08X%08X", wallet.amount().fen(), wallet.purchaseCount());
    boolean writesIt =
        steps.stream()
            .filter(step -> step.target() == CardWriteStep.Target.WALLET)
            .map(CardWriteStep::data)
            .toList()
            .equals(List.of(file));
    if (!writesIt) {
      throw new UnclearAnswerException("the commands do not write the wallet as announced");
    }
    try {
      return new CardWrite(write.getMeterNo(), wallet, steps);
    } catch (IllegalArgumentException e) {
      throw new UnclearAnswerException("the answer's cardWrite: " + e.getMessage());
    }
  }

  private static CardWriteStep step(CardStep step) throws UnclearAnswerException {
    String target = Answers.present(step.getTarget(), "target of a card command").value();
    try {
      return new CardWriteStep(
          CardWriteStep.Target.valueOf(target), step.getData(), Answers.text(step.getMac()));
    } catch (IllegalArgumentException e) {
      throw new UnclearAnswerException("the answer's card command: " + e.getMessage());
    }
  }

  private static String orAbsent(String file) {
    return file.isEmpty() ? null : file;
  }
}
