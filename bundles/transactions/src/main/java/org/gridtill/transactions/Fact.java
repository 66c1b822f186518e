package org.gridtill.transactions;

import java.util.Locale;

/** The three facts of a transaction, each with states of its own. */
enum Fact {
  /** Who has the money. */
  MONEY,
  /** Whether a sale is on the consumer's card. */
  CARD,
  /** Whether the meter has taken the credit. */
  METER;

  /** Returns its name for people. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
