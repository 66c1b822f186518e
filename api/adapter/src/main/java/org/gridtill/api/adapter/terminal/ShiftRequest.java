package org.gridtill.api.adapter.terminal;

/**
 * What a terminal asks about its shift: the time in which a collector works it, from sign-on with
 * the identity card (身份卡) to sign-off. Only a message that the terminal's key proves counts.
 */
public sealed interface ShiftRequest extends Request
    permits ShiftRequest.AskChallenge, ShiftRequest.Open, ShiftRequest.Close {

  /** Asks for a random number that the identity card shall answer. */
  record AskChallenge(Origin origin) implements ShiftRequest {}

  /**
   * Opens a shift.
   *
   * @param cardNo the identity card's number, 8 to 19 digits
   * @param answer the card's answer to the challenge, 8 bytes
   * @param pinBlock the PIN, in a block enciphered under the terminal's PIN key; empty if the kind
   *     of terminal asks for none
   * @param iccid the SIM card's number, 19 or 20 digits; empty if the terminal has none
   * @param imsi the SIM card's subscriber, 15 digits; empty if the terminal has none
   */
  record Open(
      Origin origin, String cardNo, byte[] answer, byte[] pinBlock, String iccid, String imsi)
      implements ShiftRequest {

    /**
     * Checks the form and copies the bytes.
     *
     * @throws IllegalArgumentException if something has the wrong form, naming it
     */
    public Open {
      Origin.require("card number", cardNo, "([0-9]{8,19})?");
      Origin.require("ICCID", iccid, "([0-9]{19,20})?");
      Origin.require("IMSI", imsi, "([0-9]{15})?");
      answer = answer.clone();
      pinBlock = pinBlock.clone();
    }

    @Override
    public byte[] answer() {
      return answer.clone();
    }

    @Override
    public byte[] pinBlock() {
      return pinBlock.clone();
    }

    /** Shows nothing of the PIN or the answer, and of the numbers the end only. */
    @Override
    public String toString() {
      return "Open[" + origin + ", card " + end(cardNo) + ", iccid " + end(iccid) + ']';
    }

    private static String end(String number) {
      return number.isEmpty() ? "" : "***" + number.substring(number.length() - 4);
    }
  }

  /**
   * Closes a shift.
   *
   * @param shiftNo its number, as the answer that opened it said
   */
  record Close(Origin origin, long shiftNo) implements ShiftRequest {}
}
