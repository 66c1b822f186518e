package org.gridtill.api.adapter.terminal;

import java.time.Instant;
import java.time.LocalDate;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.MeterAccount;
import org.gridtill.api.adapter.billing.MeterOutcome;
import org.gridtill.api.adapter.card.CardWrite;

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
   * Answers a {@link ShiftRequest.AskChallenge}.
   *
   * @param time the platform's time
   * @param challenge the random number that the identity card shall answer, 8 bytes
   */
  record CardChallenge(Instant time, byte[] challenge) implements Reply {

    /** Copies the bytes. */
    public CardChallenge {
      challenge = challenge.clone();
    }

    @Override
    public byte[] challenge() {
      return challenge.clone();
    }
  }

  /**
   * A shift is open.
   *
   * @param time the platform's time
   * @param shiftNo its number
   */
  record ShiftOpened(Instant time, long shiftNo) implements Reply {}

  /**
   * A shift is closed.
   *
   * @param time the platform's time
   */
  record ShiftClosed(Instant time) implements Reply {}

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
   * Answers a meter query.
   *
   * @param time the platform's time
   * @param account what the billing system says
   */
  record MeterFound(Instant time, MeterAccount account) implements Reply {}

  /**
   * The transaction is done: billed, in the journal, receipted. If it has a card, the terminal
   * writes it now and then reports what became of that.
   *
   * @param payment the transaction
   */
  record Paid(Payment payment) implements Reply {}

  /**
   * The report about a card is taken.
   *
   * @param time the platform's time
   * @param serialNo the sale that it was about
   */
  record CardReported(Instant time, SerialNo serialNo) implements Reply {}

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
   * @param payment the transaction, if the status is COMPLETED or REVERSED, else null
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
   * A completed transaction as a terminal prints it, and writes it to the card.
   *
   * @param kind what was done
   * @param serialNo the platform's serial number
   * @param completedAt when it was completed
   * @param accountingDate the accounting day it belongs to
   * @param consumer whose bills, balance or meter it was about
   * @param consumerName the consumer's name; may be empty
   * @param amount what was paid; zero for a kind that takes no money
   * @param receiptNo the receipt's number; empty for a kind that takes no money
   * @param receiptText the receipt, lines separated by a line feed; empty likewise
   * @param card what to write to the card, as the billing system gave it; null if there is no card
   * @param meter what is known of a meter that gets credit over the air; null for other kinds
   */
  record Payment(
      TransactionKind kind,
      SerialNo serialNo,
      Instant completedAt,
      LocalDate accountingDate,
      ConsumerNo consumer,
      String consumerName,
      Money amount,
      String receiptNo,
      String receiptText,
      CardWrite card,
      MeterOutcome meter) {

    /** Shows nothing of who the consumer is, since it may get into a log. */
    @Override
    public String toString() {
      return "Payment[" + kind + ' ' + serialNo + ", " + consumer + ", " + amount + ']';
    }
  }

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
