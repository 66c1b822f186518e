package org.gridtill.simulator.pos;

import java.util.List;

/**
 * What a terminal reads off a card and sends in field 55. Text is upper-case hexadecimal.
 *
 * @param serialNo the card's serial number, 16 digits
 * @param challenge the card's random number, 16 digits
 * @param parameterFile 90 digits; empty if the card is blank
 * @param amountFen the amount in the wallet
 * @param purchaseCount the count in the wallet
 * @param returnFile 98 digits; empty if the meter has not written
 */
public record CardReadout(
    String serialNo,
    String challenge,
    String parameterFile,
    long amountFen,
    long purchaseCount,
    String returnFile) {

  List<CardElement> elements() {
    return List.of(
        new CardElement(0x01, serialNo),
        new CardElement(0x02, challenge),
        new CardElement(0x03, parameterFile),
        new CardElement(0x04, "%08X%08X".formatted(amountFen, purchaseCount)),
        new CardElement(0x05, returnFile));
  }
}
