package org.gridtill.api.adapter.terminal;

import java.time.Instant;
import java.time.LocalDate;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.BillStatement;

/**
 * What the platform answers a terminal. Immutable. More kinds may come in a later minor version, so
 * an adapter answers one it does not know as it answers {@link Refusal#SYSTEM_ERROR}.
 */
public interface Reply {

  /**
   * Answers a sign-on.
   *
   * @param time the platform's time, for the terminal's clock
   * @param batchNo the batch that the terminal works in, 6 digits
   * @param pinKey the working key for PINs and enciphered fields
   * @param macKey the working key for message authentication codes
   */
  record SignedOn(Instant time, String batchNo, WrappedKey pinKey, WrappedKey macKey)
      implements Reply {}

  /**
   * Answers an echo.
   *
   * @param time the platform's time
   */
  record Alive(Instant time) implements Reply {}

  /**
   * Answers a bill query; nothing due is a statement without receivables.
   *
   * @param time the platform's time
   * @param statement what the billing system says
   */
  record Bills(Instant time, BillStatement statement) implements Reply {}

  /**
   * The payment is done: billed, in the journal, receipted.
   *
   * @param payment the payment
   */
  record Paid(Payment payment) implements Reply {}

  /**
   * The payment is undone, or it never happened and never will: no money has moved.
   *
   * @param time the platform's time
   * @param reversalSerial the serial number of the reversal; null if there was nothing to undo
   */
  record Reversed(Instant time, SerialNo reversalSerial) implements Reply {}

  /**
   * The outcome is not known yet, and the platform is finding out. The terminal asks again with a
   * {@link Request.QueryTransaction}; it must tell nobody that the request failed.
   *
   * @param time the platform's time
   * @param serialNo the transaction in doubt
   */
  record InDoubt(Instant time, SerialNo serialNo) implements Reply {}

  /**
   * Answers a query for an earlier transaction.
   *
   * @param time the platform's time
   * @param status what became of it
   * @param payment the payment, if the status is COMPLETED or REVERSED, else null
   */
  record TransactionFound(Instant time, Status status, Payment payment) implements Reply {

    /** What became of a transaction. */
    public enum Status {
      /** No such transaction is known; one that comes later will be treated as new. */
      NOT_FOUND,
      /** The outcome is not known yet. */
      IN_DOUBT,
      /** Done. */
      COMPLETED,
      /** Refused; no money has moved. */
      DECLINED,
      /** Done, then undone; or blocked before it arrived. No money has moved in the end. */
      REVERSED
    }
  }

  /**
   * Refused; by this request no money has moved.
   *
   * @param time the platform's time
   * @param reason why
   * @param text one sentence for the person at the terminal, without secrets
   */
  record Refused(Instant time, Refusal reason, String text) implements Reply {}

  /**
   * A completed payment as a terminal prints it.
   *
   * @param serialNo the platform's serial number
   * @param completedAt when it was completed
   * @param accountingDate the accounting day it belongs to
   * @param consumer who owed
   * @param consumerName the consumer's name; may be empty
   * @param amount what was paid
   * @param receiptNo the receipt's number
   * @param receiptText the receipt, lines separated by a line feed
   */
  record Payment(
      SerialNo serialNo,
      Instant completedAt,
      LocalDate accountingDate,
      ConsumerNo consumer,
      String consumerName,
      Money amount,
      String receiptNo,
      String receiptText) {}

  /**
   * A working key on its way to a terminal, enciphered under the terminal's master key.
   *
   * @param cryptogram the enciphered key, 16 bytes
   * @param checkValue the first 4 bytes of a block of zeros enciphered under the key
   */
  record WrappedKey(byte[] cryptogram, byte[] checkValue) {

    /** Copies the bytes. */
    public WrappedKey {
      cryptogram = cryptogram.clone();
      checkValue = checkValue.clone();
    }

    @Override
    public byte[] cryptogram() {
      return cryptogram.clone();
    }

    @Override
    public byte[] checkValue() {
      return checkValue.clone();
    }
  }
}
