package org.gridtill.transactions;

/** What a step does, in the same commit as the change of state. */
enum Action {
  /** Writes the journal entry, issues the receipt, turns the reservation into used credit. */
  BOOK,
  /** Gives the reserved credit up. */
  RELEASE,
  /** Asks the billing system again, later and later. */
  RETRY,
  /** Remembers that the terminal wants the payment reversed, and asks the billing system soon. */
  REMEMBER_REVERSAL,
  /** Takes a serial number for the reversal, which the billing system is then asked for. */
  TAKE_REVERSAL_SERIAL,
  /** Gives the reversal's serial number up; another attempt takes another. */
  DROP_REVERSAL_SERIAL,
  /** Forgets the reversal. */
  DROP_REVERSAL,
  /** Mirrors the journal entry, voids the receipt, gives the used credit back. */
  UNBOOK
}
