package org.gridtill.api.adapter.card;

import java.util.Optional;

/**
 * All that a terminal reads off a card before it asks for something. It passes to the billing
 * system unchanged, which checks it against its own records. Hexadecimal text is upper case.
 *
 * @param cardSerial the card's serial number, from its answer to reset, which is the factor that
 *     its keys are diversified with: 16 hexadecimal digits
 * @param challenge the random number that the card gave for its external authentication: 16
 *     hexadecimal digits
 * @param parameterFile the parameter file, 90 hexadecimal digits; empty if the card is blank
 * @param wallet the wallet file
 * @param returnFile the return-write file, 98 hexadecimal digits; empty if the meter has not
 *     written since the card was last written
 */
public record CardReading(
    String cardSerial,
    String challenge,
    String parameterFile,
    CardWallet wallet,
    String returnFile) {

  /** How long the serial number and the challenge are. */
  public static final int NUMBER_BYTES = 8;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one has the wrong form, naming it
   */
  public CardReading {
    Hex.require("card serial number", cardSerial, NUMBER_BYTES);
    Hex.require("card challenge", challenge, NUMBER_BYTES);
    Hex.require("parameter file", parameterFile, -1);
    Hex.require("return-write file", returnFile, -1);
    if (!parameterFile.isEmpty()) {
      ParameterFile.read(parameterFile);
    }
    if (!returnFile.isEmpty()) {
      ReturnWriteFile.read(returnFile);
    }
  }

  /** Returns whose card it is; empty if it is blank. */
  public Optional<ParameterFile> parameters() {
    return parameterFile.isEmpty()
        ? Optional.empty()
        : Optional.of(ParameterFile.read(parameterFile));
  }

  /** Returns what the meter wrote back; empty if it has not since the card was written. */
  public Optional<ReturnWriteFile> returnWrite() {
    return returnFile.isEmpty() ? Optional.empty() : Optional.of(ReturnWriteFile.read(returnFile));
  }
}
