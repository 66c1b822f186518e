package org.gridtill.simulator.pos;

import java.net.ProtocolException;

/**
 * A prepayment meter, as field 56 shows it. Amounts are in fen.
 *
 * @param remote whether it gets credit over the air
 * @param opened whether its account is open
 * @param mayBuy whether a purchase is possible now
 * @param purchaseCount the number of the last purchase
 * @param pendingFen the last purchase, as long as the utility does not know that the meter took it
 * @param minFen the least that may be bought
 * @param maxFen the most that may be bought
 * @param arrearsFen what must be paid first
 * @param meterNo the meter's number
 */
public record MeterFigures(
    boolean remote,
    boolean opened,
    boolean mayBuy,
    long purchaseCount,
    long pendingFen,
    long minFen,
    long maxFen,
    long arrearsFen,
    String meterNo) {

  private static final String FORM = "[01]{3}[0-9]{58}[0-9A-Za-z]{1,20}";

  static MeterFigures parse(String field) throws ProtocolException {
    if (!field.matches(FORM)) {
      throw new ProtocolException("field 56 has a wrong form");
    }
    return new MeterFigures(
        field.charAt(0) == '1',
        field.charAt(1) == '1',
        field.charAt(2) == '1',
        Long.parseLong(field.substring(3, 13)),
        Long.parseLong(field.substring(13, 25)),
        Long.parseLong(field.substring(25, 37)),
        Long.parseLong(field.substring(37, 49)),
        Long.parseLong(field.substring(49, 61)),
        field.substring(61));
  }
}
