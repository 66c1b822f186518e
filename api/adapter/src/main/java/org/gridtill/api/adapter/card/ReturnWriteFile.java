package org.gridtill.api.adapter.card;

import org.gridtill.api.adapter.Money;

/**
 * What a meter wrote back to the card when it was inserted (返写文件, 49 bytes), as far as the platform
 * reads it: the evidence that the meter has taken a purchase. Frame: 68 11, length (2), content,
 * check sum, 16. Numbers are binary, high byte first.
 *
 * @param meterNo the meter that wrote, 12 decimal digits (bytes 11 to 16, packed decimals)
 * @param consumerNo the consumer it serves, 12 decimal digits (bytes 17 to 22, packed decimals)
 * @param remaining the credit in the meter (bytes 23 to 26), in fen
 * @param purchaseCount the number of the purchase that the meter took last (bytes 27 to 30)
 */
public record ReturnWriteFile(
    String meterNo, String consumerNo, Money remaining, int purchaseCount) {

  /** How long the file is. */
  public static final int BYTES = 49;

  private static final int METER_NO = 11;
  private static final int CONSUMER_NO = 17;
  private static final int NUMBER_BYTES = 6;
  private static final int REMAINING = 23;
  private static final int COUNT = 27;
  private static final int VALUE_BYTES = 4;

  /**
   * Reads a return-write file that is not empty.
   *
   * @param hex the file, 98 hexadecimal digits
   * @throws IllegalArgumentException if it has another length or frame, or a number out of range
   */
  public static ReturnWriteFile read(String hex) {
    byte[] file = Hex.bytes(Hex.require("return-write file", hex, BYTES));
    long count = Hex.number(file, COUNT, VALUE_BYTES);
    if (!Hex.isFramed(file) || file[1] != 0x11 || count > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("wrong return-write file");
    }
    return new ReturnWriteFile(
        Hex.digits(file, METER_NO, NUMBER_BYTES),
        Hex.digits(file, CONSUMER_NO, NUMBER_BYTES),
        Money.ofFen(Hex.number(file, REMAINING, VALUE_BYTES)),
        (int) count);
  }
}
