package org.gridtill.simulator.sg186.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.simulator.sg186.contract.types.TransactionKind;

/**
 * A transaction or a reversal as it was asked for. Two calls with one serial number are the same
 * call if they are equal; the time of the request is no part of it, as a repeated call has another.
 *
 * @param kind what to do
 * @param serialNo names the call
 * @param sender who asks
 * @param accountingDate for which day
 * @param consumerNo for whom
 * @param amountFen how much, in fen
 * @param originalSerialNo the transaction that it is about; empty if it is about none
 * @param details what only some kinds have
 */
public record Call(
    TransactionKind kind,
    String serialNo,
    Sender sender,
    LocalDate accountingDate,
    String consumerNo,
    long amountFen,
    String originalSerialNo,
    Details details) {

  /**
   * Checks that every text is fit to be kept as a field of a line.
   *
   * @throws IllegalArgumentException if one is not
   */
  public Call {
    for (String text :
        List.of(
            serialNo,
            sender.agencyCode(),
            sender.terminalId(),
            sender.channel(),
            consumerNo,
            originalSerialNo)) {
      if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
        throw new IllegalArgumentException("a field has a character that is not allowed");
      }
    }
  }

  /** Tells whether this is a reversal. */
  public boolean isReversal() {
    return kind == TransactionKind.REVERSAL;
  }

  /** Returns the card, of a kind that has one. */
  CardReading card() {
    return details.card().orElseThrow();
  }

  /**
   * Who asks.
   *
   * @param agencyCode who collects
   * @param terminalId with which terminal
   * @param channel of which kind
   */
  public record Sender(String agencyCode, String terminalId, String channel) {}

  /**
   * What only some kinds have.
   *
   * @param months the months to pay; empty for all
   * @param card the card that was read
   * @param cardOutcome what one who reverses says of the card
   */
  public record Details(
      List<YearMonth> months, Optional<CardReading> card, Optional<CardOutcome> cardOutcome) {

    /** Nothing of this. */
    public static final Details NONE = new Details(List.of(), Optional.empty(), Optional.empty());

    /** Copies the list. */
    public Details {
      months = List.copyOf(months);
    }

    /** Returns the months to pay. */
    public static Details of(List<YearMonth> months) {
      return new Details(months, Optional.empty(), Optional.empty());
    }

    /** Returns a card. */
    public static Details of(CardReading card) {
      return new Details(List.of(), Optional.of(card), Optional.empty());
    }

    /** Returns what is known of a card. */
    public static Details of(CardOutcome outcome) {
      return new Details(List.of(), Optional.empty(), Optional.of(outcome));
    }
  }
}
