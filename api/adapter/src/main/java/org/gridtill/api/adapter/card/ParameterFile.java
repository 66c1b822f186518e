package org.gridtill.api.adapter.card;

/**
 * A card's parameter file (参数信息文件, 45 bytes), as far as the platform reads it: whose card this is.
 * Frame: 68 01, length (2), content, check sum, 16.
 *
 * @param meterNo the meter's number, 12 decimal digits (bytes 30 to 35, packed decimals)
 * @param consumerNo the consumer's number, 12 decimal digits (bytes 36 to 41, packed decimals)
 * @param type what the card is for (byte 42)
 */
public record ParameterFile(String meterNo, String consumerNo, CardType type) {

  /** How long the file is. */
  public static final int BYTES = 45;

  private static final int METER_NO = 30;
  private static final int CONSUMER_NO = 36;
  private static final int NUMBER_BYTES = 6;
  private static final int TYPE = 42;

  /**
   * Reads a parameter file.
   *
   * @param hex the file, 90 hexadecimal digits
   * @throws IllegalArgumentException if it has another length, frame, or card type
   */
  public static ParameterFile read(String hex) {
    byte[] file = Hex.bytes(Hex.require("parameter file", hex, BYTES));
    if (!Hex.isFramed(file) || file[1] != 1) {
      throw new IllegalArgumentException("wrong parameter file");
    }
    return new ParameterFile(
        Hex.digits(file, METER_NO, NUMBER_BYTES),
        Hex.digits(file, CONSUMER_NO, NUMBER_BYTES),
        CardType.of(file[TYPE]));
  }
}
