package org.gridtill.api.platform.credit;

import java.time.Instant;
import java.time.LocalDate;
import org.gridtill.api.adapter.Money;

/**
 * A fund batch (资金批次): collected money that an agency, or one of its collectors, remits together.
 *
 * @param number its number, which the bank's statement refers to as {@link #reference}
 * @param holder who remits it
 * @param state how far it is
 * @param firstDay the first accounting day of its transactions; null if it has none
 * @param lastDay the last one; null if it has none
 * @param transactions how many transactions it has
 * @param collected the sum of their amounts
 * @param due what must arrive at the bank: what is collected, less what the agency's own money
 *     covers
 * @param deposited the sum on the bank's slips
 * @param arrived what has arrived, as the bank's statements tell
 * @param closedAt when it was closed
 * @param closedBy who closed it
 * @param settledAt when its money had arrived, or the shortage was accepted; null before
 * @param note the bank slips' numbers, and who accepted a shortage; empty if there is nothing
 */
public record FundBatch(
    long number,
    Holder holder,
    State state,
    LocalDate firstDay,
    LocalDate lastDay,
    int transactions,
    Money collected,
    Money due,
    Money deposited,
    Money arrived,
    Instant closedAt,
    String closedBy,
    Instant settledAt,
    String note) {

  /** How far a batch is. */
  public enum State {
    /** Its transactions are chosen, and cannot be reversed any more. */
    CLOSED,
    /** The holder has declared that it remits the sum. */
    DECLARED,
    /** The holder has a slip of the bank. */
    DEPOSITED,
    /** Less than is due has arrived. */
    SHORT,
    /** All that is due has arrived, or the agency owes the rest as an accepted shortage. */
    ARRIVED
  }

  /** Returns what the payer writes on the transfer, such as {@code GT00000042}. */
  public String reference() {
    return reference(number);
  }

  /** Returns what the payer of a batch of that number writes on the transfer. */
  public static String reference(long number) {
    return String.format(java.util.Locale.ROOT, "GT%08d", number);
  }

  /** Returns what has not arrived; negative if more than is due has. */
  public Money missing() {
    return due.minus(arrived);
  }
}
