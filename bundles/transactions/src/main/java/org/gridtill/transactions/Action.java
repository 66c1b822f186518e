package org.gridtill.transactions;

/** What a step does, in the same commit as the change of state. */
enum Action {
  /** Writes the journal entry, issues the receipt, turns the reservation into used credit. */
  BOOK("journal entry, receipt, used credit"),
  /** Gives the reserved credit up. */
  RELEASE("reserved credit released"),
  /** Puts the money, which the agency may have taken, into suspense. */
  SUSPEND("money in suspense"),
  /** Takes the money out of suspense, by a mirrored entry. */
  END_SUSPENSE("money out of suspense"),
  /** Asks the billing system again, later and later. */
  RETRY("ask again, later and later"),
  /** Remembers that the terminal wants it reversed, and asks the billing system soon. */
  REMEMBER_REVERSAL("remember the reversal"),
  /** Takes a serial number for the reversal, which the billing system is then asked for. */
  TAKE_REVERSAL_SERIAL("take a serial number for the reversal"),
  /** Gives the reversal's serial number up; another attempt takes another. */
  DROP_REVERSAL_SERIAL("give the reversal's serial number up"),
  /** Forgets the reversal, and what it counted against the limits of the day. */
  DROP_REVERSAL("forget the reversal"),
  /** Mirrors the journal entry, voids the receipt, tells the agency, gives the used credit back. */
  UNBOOK("mirrored entry, receipt void, credit given back"),
  /** Lets the terminal have what it writes to the card, and counts the credit as sold. */
  GIVE("card and credit are the terminal's"),
  /** Ends the order that kept others from the sale's card. */
  CLOSE_ORDER("sale's card free for other orders"),
  /** Notes that the billing system is to be told what became of the card. */
  TELL("tell the billing system");

  private final String words;

  Action(String words) {
    this.words = words;
  }

  /** Returns what it does, for people. */
  String words() {
    return words;
  }
}
