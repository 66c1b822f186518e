package org.gridtill.api.adapter.card;

/** What became of the writing of a card, as the terminal that did it says. */
public enum CardOutcome {
  /** Every command was accepted: the sale is on the card. */
  WRITTEN,
  /** The card is as it was before: the sale is not on it. */
  NOT_WRITTEN,
  /** Nobody can tell: the card was pulled out, or an answer of it was lost. */
  UNKNOWN,
  /** The sale was on the card and has been taken off again. */
  CLEARED
}
