package org.gridtill.api.adapter.card;

/**
 * One command that a terminal sends to a card.
 *
 * @param target what it writes, or does
 * @param data the data, hexadecimal; at most 255 bytes
 * @param mac the message authentication code that makes the card accept the data: 8 hexadecimal
 *     digits; empty if the command has none
 */
public record CardWriteStep(Target target, String data, String mac) {

  private static final int MAX_BYTES = 255;
  private static final int MAC_BYTES = 4;

  /** What a command to a card is about. */
  public enum Target {
    /** Proves to the card that the utility asks; the data answer the card's challenge. */
    EXTERNAL_AUTHENTICATION,
    /** The parameter file. */
    PARAMETER_FILE,
    /** The wallet file: 4 bytes of fen, 4 bytes of purchase count. */
    WALLET,
    /** The tariffs in force. */
    TARIFF_CURRENT,
    /** The tariffs that follow at the switch time. */
    TARIFF_BACKUP,
    /** The return-write file, which is cleared so that the next insertion can be told. */
    RETURN_FILE
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one has the wrong form
   */
  public CardWriteStep {
    Hex.require("data of a card command", data, -1);
    if (data.length() > 2 * MAX_BYTES) {
      throw new IllegalArgumentException("too much data of a card command");
    }
    Hex.require("code of a card command", mac, mac == null || mac.isEmpty() ? 0 : MAC_BYTES);
  }
}
