package org.gridtill.api.adapter.billing;

import java.time.YearMonth;
import java.util.List;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.card.CardReading;

/** What an order to the billing system is for. Immutable. */
public sealed interface Purpose {

  /** Returns the kind of the transaction. */
  TransactionKind kind();

  /** Returns what the terminal read off the card; null if there is no card. */
  default CardReading card() {
    return null;
  }

  /**
   * Settles bills. The billing system computes the penalties anew and settles the oldest month
   * first.
   *
   * @param months the months to settle; empty for all that is due
   */
  record Bills(List<YearMonth> months) implements Purpose {

    /** Copies the list. */
    public Bills {
      months = List.copyOf(months);
    }

    @Override
    public TransactionKind kind() {
      return TransactionKind.BILL_PAYMENT;
    }
  }

  /** Adds to the consumer's prepaid balance. */
  record Prepayment() implements Purpose {
    @Override
    public TransactionKind kind() {
      return TransactionKind.PREPAYMENT;
    }
  }

  /**
   * Opens the consumer's account in the meter, with a first purchase.
   *
   * @param card the blank card
   */
  record CardOpening(CardReading card) implements Purpose {
    @Override
    public TransactionKind kind() {
      return TransactionKind.CARD_OPENING;
    }
  }

  /**
   * Sells credit that the card carries to the meter.
   *
   * @param card the consumer's card
   */
  record CardRecharge(CardReading card) implements Purpose {
    @Override
    public TransactionKind kind() {
      return TransactionKind.CARD_RECHARGE;
    }
  }

  /** Sells credit that the billing system sends to the meter itself. */
  record RemoteRecharge() implements Purpose {
    @Override
    public TransactionKind kind() {
      return TransactionKind.REMOTE_RECHARGE;
    }
  }

  /**
   * Gives a new card in place of the consumer's card, which is refused from then on. The amount is
   * zero.
   *
   * @param card the new, blank card
   */
  record CardReplacement(CardReading card) implements Purpose {
    @Override
    public TransactionKind kind() {
      return TransactionKind.CARD_REPLACEMENT;
    }
  }

  /**
   * Writes a sale to its card once more: the same serial number, amount and count, with new codes.
   * The amount is zero.
   *
   * @param sale the sale's serial number
   * @param card the card it belongs on
   */
  record CardRewrite(SerialNo sale, CardReading card) implements Purpose {
    @Override
    public TransactionKind kind() {
      return TransactionKind.CARD_REWRITE;
    }
  }

  /**
   * Takes a sale off its card, before it is reversed. The amount is zero.
   *
   * @param sale the sale's serial number
   * @param card the card it is on
   */
  record CardClearing(SerialNo sale, CardReading card) implements Purpose {
    @Override
    public TransactionKind kind() {
      return TransactionKind.CARD_CLEARING;
    }
  }
}
