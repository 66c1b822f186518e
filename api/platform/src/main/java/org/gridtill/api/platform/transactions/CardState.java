package org.gridtill.api.platform.transactions;

/** Where the card of a sale stands: the second of its three facts. */
public enum CardState {
  /** The transaction has no card, or is not done. */
  NONE,
  /** The terminal was given what to write, and has not reported yet. */
  TO_WRITE,
  /** The sale is on the card. */
  WRITTEN,
  /** The card is as it was before the sale. */
  NOT_WRITTEN,
  /** The terminal could not tell. */
  UNKNOWN,
  /** The terminal was given what takes the sale off the card, and has not reported yet. */
  TO_CLEAR,
  /** The sale was on the card and is off it again. */
  CLEARED
}
