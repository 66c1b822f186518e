package org.gridtill.transactions;

/** Something that must never be so, is. */
final class Violation extends AssertionError {

  private static final long serialVersionUID = 1L;

  /** What must always hold. */
  enum Invariant {
    /** What the agency owes is what the billing system has, to the fen. */
    JOURNAL_IS_BILLING,
    /** Every transaction that the billing system has is in the journal, once; no other is. */
    EACH_EXACTLY_ONCE,
    /** The credit line agrees with the journal, and nothing stays reserved. */
    CREDIT_IS_JOURNAL,
    /** Money that is being remitted stays collected. */
    REMITTED_STANDS,
    /** Nothing stays in doubt once the billing system answers. */
    NOTHING_IN_DOUBT,
    /** Nobody who was told that it is done, finds that it is not. */
    TOLD_DONE,
    /** Nobody who was told that nothing moved, finds that something did. */
    TOLD_REFUSED,
    /** Nobody who was told that it is undone, finds that it stands. */
    TOLD_REVERSED,
    /** The same key with other content never does anything. */
    OTHER_CONTENT,
    /** No meter has credit that nobody has paid for. */
    CREDIT_IS_PAID,
    /** Nothing fails but what is broken on purpose. */
    NO_FAILURE
  }

  private final Invariant invariant;

  Violation(Invariant invariant, String words) {
    super(invariant + ": " + words);
    this.invariant = invariant;
  }

  Violation(Invariant invariant, Throwable cause) {
    super(invariant + ": " + cause, cause);
    this.invariant = invariant;
  }

  Invariant invariant() {
    return invariant;
  }

  static void unless(boolean holds, Invariant invariant, String words) {
    if (!holds) {
      throw new Violation(invariant, words);
    }
  }
}
