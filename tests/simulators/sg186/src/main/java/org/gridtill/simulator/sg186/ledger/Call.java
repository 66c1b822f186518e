package org.gridtill.simulator.sg186.ledger;

import java.time.LocalDate;
import java.util.List;

/**
 * A payment or a reversal as it was asked for. Two calls with one serial number are the same call
 * if they are equal; the time of the request is no part of it, as a repeated call has another.
 *
 * @param serialNo names the call
 * @param agencyCode who collects
 * @param terminalId with which terminal
 * @param channel of which kind
 * @param accountingDate for which day
 * @param consumerNo for whom
 * @param amountFen how much, in fen
 * @param originalSerialNo the payment to reverse; empty for a payment
 */
public record Call(
    String serialNo,
    String agencyCode,
    String terminalId,
    String channel,
    LocalDate accountingDate,
    String consumerNo,
    long amountFen,
    String originalSerialNo) {

  /**
   * Checks that every text is fit to be kept as a field of a line.
   *
   * @throws IllegalArgumentException if one is not
   */
  public Call {
    for (String text :
        List.of(serialNo, agencyCode, terminalId, channel, consumerNo, originalSerialNo)) {
      if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
        throw new IllegalArgumentException("a field has a character that is not allowed");
      }
    }
  }

  /** Tells whether this is a reversal. */
  public boolean isReversal() {
    return !originalSerialNo.isEmpty();
  }
}
