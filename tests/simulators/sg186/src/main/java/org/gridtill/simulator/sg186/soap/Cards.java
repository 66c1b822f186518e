package org.gridtill.simulator.sg186.soap;

import java.math.BigInteger;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.simulator.sg186.contract.types.CardStep;
import org.gridtill.simulator.sg186.contract.types.CardStepTarget;
import org.gridtill.simulator.sg186.contract.types.CardWrite;

/** Cards in the words of the contract. */
final class Cards {

  private Cards() {}

  /**
   * Reads what a terminal read off a card.
   *
   * @throws IllegalArgumentException if a file is damaged
   */
  static CardReading reading(org.gridtill.simulator.sg186.contract.types.CardReading card) {
    CardWallet wallet =
        new CardWallet(
            Money.ofYuan(card.getWalletAmount()), card.getPurchaseCount().intValueExact());
    return new CardReading(
        card.getCardSerial(),
        card.getChallenge(),
        orEmpty(card.getParameterFile()),
        wallet,
        orEmpty(card.getReturnFile()));
  }

  static CardWrite write(org.gridtill.api.adapter.card.CardWrite script) {
    CardWrite result = new CardWrite();
    result.setMeterNo(script.meterNo());
    result.setWalletAmount(script.wallet().amount().yuan());
    result.setPurchaseCount(BigInteger.valueOf(script.wallet().purchaseCount()));
    for (var command : script.steps()) {
      CardStep step = new CardStep();
      step.setTarget(CardStepTarget.fromValue(command.target().name()));
      step.setData(command.data());
      step.setMac(command.mac().isEmpty() ? null : command.mac());
      result.getStep().add(step);
    }
    return result;
  }

  private static String orEmpty(String file) {
    return file == null ? "" : file;
  }
}
