package org.gridtill.simulator.card;

import org.gridtill.api.adapter.card.CardWriteStep;

/**
 * What the keys of a card and of the utility compute. In the field the algorithm is SM1, which is
 * not published and lives in hardware: in the card, in the meter's security module and in the
 * utility's key system. Whoever has that hardware can put it behind this interface.
 *
 * <p>Texts are hexadecimal, upper case. Implementations are safe for use by many threads.
 */
public interface CardCryptography {

  /**
   * Computes the cryptogram that proves to a card that the utility asks.
   *
   * @param cardSerial the card's serial number, which diversifies its keys; 16 digits
   * @param challenge the card's challenge; 16 digits
   * @return 16 digits
   */
  String externalAuthentication(String cardSerial, String challenge);

  /**
   * Computes the code that makes a card accept the writing of a file. It is bound to the session
   * and to the place of the command in it, so that no command can be replayed, moved or left out.
   *
   * @param challenge the card's challenge that the session began with; 16 digits
   * @param sequence how many files were written in the session before
   * @param target which file
   * @param data what is written
   * @return 8 digits
   */
  String writeCode(
      String cardSerial, String challenge, int sequence, CardWriteStep.Target target, String data);

  /**
   * Computes the cryptogram that proves to a meter that the card is genuine.
   *
   * @param random what the meter asks with; 16 digits
   * @return 16 digits
   */
  String internalAuthentication(String cardSerial, String random);
}
