package org.gridtill.simulator.card;

import java.util.ArrayList;
import java.util.List;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardType;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.CardWrite;
import org.gridtill.api.adapter.card.CardWriteStep;
import org.gridtill.api.adapter.card.CardWriteStep.Target;

/**
 * Writes the commands for a card that was just read, with their codes, as the utility's key system
 * does. The wallet comes last: until it is written, the sale is not on the card.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class CardScript {

  /** Made-up tariffs, 16 bytes: eight prices in hundredths of a fen. */
  private static final String TARIFFS = "14B414B41ED21ED20C350C3514B414B4";

  private final CardCryptography cryptography;

  /** Makes a writer of scripts with these keys. */
  public CardScript(CardCryptography cryptography) {
    this.cryptography = cryptography;
  }

  /**
   * Puts a purchase on a card. An opening sets both sets of tariffs; other cards may set the second
   * only.
   *
   * @param card the card as it was read
   * @param meterNo its meter, up to 12 digits
   * @param consumerNo its consumer, up to 12 digits
   * @param type what the card is for from now on
   * @param wallet the purchase and its number
   */
  public CardWrite sale(
      CardReading card, String meterNo, String consumerNo, CardType type, CardWallet wallet) {
    Steps steps = new Steps(card);
    steps.write(Target.PARAMETER_FILE, CardFiles.parameterFile(meterNo, consumerNo, type));
    if (type == CardType.OPENING) {
      steps.write(Target.TARIFF_CURRENT, TARIFFS);
    }
    steps.write(Target.TARIFF_BACKUP, TARIFFS);
    steps.write(Target.RETURN_FILE, CardFiles.CLEARED_RETURN_FILE);
    steps.write(Target.WALLET, CardFiles.wallet(wallet));
    return new CardWrite(meterNo, wallet, steps.list);
  }

  /**
   * Takes a purchase off a card.
   *
   * @param before what the wallet held before; empty to leave the card blank
   */
  public CardWrite clearing(CardReading card, String meterNo, CardWallet before) {
    Steps steps = new Steps(card);
    if (before.equals(CardWallet.EMPTY)) {
      steps.write(Target.PARAMETER_FILE, CardFiles.BLANK_PARAMETERS);
    }
    steps.write(Target.WALLET, CardFiles.wallet(before));
    return new CardWrite(meterNo, before, steps.list);
  }

  /** The commands of one session, in order. */
  private final class Steps {

    private final CardReading card;
    private final List<CardWriteStep> list = new ArrayList<>();

    Steps(CardReading card) {
      this.card = card;
      String cryptogram = cryptography.externalAuthentication(card.cardSerial(), card.challenge());
      list.add(new CardWriteStep(Target.EXTERNAL_AUTHENTICATION, cryptogram, ""));
    }

    void write(Target target, String data) {
      int sequence = list.size() - 1;
      String code =
          cryptography.writeCode(card.cardSerial(), card.challenge(), sequence, target, data);
      list.add(new CardWriteStep(target, data, code));
    }
  }
}
