package org.gridtill.api.platform.transactions;

import java.time.Instant;
import java.time.LocalDate;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.terminal.Origin;

/**
 * What the platform knows of a transaction.
 *
 * @param serialNo its serial number
 * @param kind what it does
 * @param origin who asked for it
 * @param channel the name of the adapter it came through
 * @param state where its money stands
 * @param cardState where its card stands
 * @param meterState where its meter stands
 * @param original the sale that a rewrite or a clearing is about; null for other kinds
 * @param meterNo the meter of a sale of credit; null until confirmed
 * @param purchaseCount the purchase count of a sale of credit; null until confirmed
 * @param consumerNo the consumer; null if BLOCKED before it arrived
 * @param consumerName the consumer's name; null until known
 * @param amount the amount
 * @param accountingDate its accounting day
 * @param receivedAt when it came
 * @param settledAt when it reached its last settled state; null if it has not
 * @param billingSerial the billing system's serial number; null until confirmed
 * @param receiptNo the receipt; null until completed
 * @param reversalSerial the serial number of its reversal; null if there is none
 * @param reason why it was rejected, declined or not reversed, in words; null if nothing was
 * @param attempts how often the platform has asked the billing system about its outcome
 * @param nextAttemptAt when it asks next; null if nothing is open
 */
public record TransactionRecord(
    SerialNo serialNo,
    TransactionKind kind,
    Origin origin,
    String channel,
    TransactionState state,
    CardState cardState,
    MeterState meterState,
    SerialNo original,
    String meterNo,
    Integer purchaseCount,
    String consumerNo,
    String consumerName,
    Money amount,
    LocalDate accountingDate,
    Instant receivedAt,
    Instant settledAt,
    String billingSerial,
    String receiptNo,
    SerialNo reversalSerial,
    String reason,
    int attempts,
    Instant nextAttemptAt) {

  /** Shows nothing of who the consumer is, since it may get into a log. */
  @Override
  public String toString() {
    return "TransactionRecord[" + serialNo + ' ' + kind + ' ' + state + ", " + consumerNo + ']';
  }
}
