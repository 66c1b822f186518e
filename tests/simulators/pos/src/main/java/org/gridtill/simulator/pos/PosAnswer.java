package org.gridtill.simulator.pos;

import java.net.ProtocolException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What the platform answered.
 *
 * @param message the message
 * @param authentic whether it carries the right message authentication code; one without a code
 *     proves nothing about money
 */
public record PosAnswer(PosMessage message, boolean authentic) {

  private static final int LINE = 30;
  private static final int METER_OUTCOME = 0x14;

  /**
   * One month that is due.
   *
   * @param month the month
   * @param energyChargeFen what is due for energy, in fen
   * @param latePenaltyFen what is due for paying late, in fen
   */
  public record BillLine(YearMonth month, long energyChargeFen, long latePenaltyFen) {}

  /** Returns the response code, field 39. */
  public String code() {
    return message.text(39);
  }

  /** Tells whether the response code is 00. */
  public boolean done() {
    return code().equals("00");
  }

  /** Returns the amount in fen, field 4; 0 without one. */
  public long amountFen() {
    return message.has(4) ? Long.parseLong(message.text(4)) : 0;
  }

  /** Returns the platform's serial number, field 37; empty without one. */
  public String serialNo() {
    return message.text(37);
  }

  /** Returns the receipt's number, field 44; empty without one. */
  public String receiptNo() {
    return message.text(44);
  }

  /** Returns field 63: the receipt, name and address, or the reason of a refusal. */
  public String text() {
    return message.text(63);
  }

  /**
   * Returns what to write to the card, field 55; null if there is nothing.
   *
   * @throws ProtocolException if it has a wrong form
   */
  public CardOrder cardOrder() throws ProtocolException {
    return CardOrder.parse(message.bytes(55));
  }

  /**
   * Returns what a meter did that gets credit over the air, field 55: 0 nothing yet, 1 it took the
   * credit, 2 it refused; -1 if the answer does not say.
   *
   * @throws ProtocolException if the field has a wrong form
   */
  public int meterOutcome() throws ProtocolException {
    for (CardElement element : CardElement.parse(message.bytes(55))) {
      if (element.tag() == METER_OUTCOME && element.bytes().length == 1) {
        return element.bytes()[0];
      }
    }
    return -1;
  }

  /**
   * Returns what is known of the meter, field 56.
   *
   * @throws ProtocolException if it is missing or has a wrong form
   */
  public MeterFigures meter() throws ProtocolException {
    return MeterFigures.parse(message.text(56));
  }

  /** Returns how many months are due, field 57; 99 means 99 or more. */
  public int monthsDue() {
    return message.has(57) ? Integer.parseInt(message.text(57).substring(0, 2)) : 0;
  }

  /** Returns the months that are due, field 57: the oldest 33 at most. */
  public List<BillLine> bills() {
    List<BillLine> bills = new ArrayList<>();
    String lines = message.text(57);
    for (int at = 2; at + LINE <= lines.length(); at += LINE) {
      String line = lines.substring(at, at + LINE);
      YearMonth month =
          YearMonth.of(
              Integer.parseInt(line.substring(0, 4)), Integer.parseInt(line.substring(4, 6)));
      bills.add(
          new BillLine(
              month, Long.parseLong(line.substring(6, 18)), Long.parseLong(line.substring(18))));
    }
    return bills;
  }
}
