package org.gridtill.api.platform.transactions;

/** Where a transaction stands. */
public enum TransactionState {
  /** A rule refused it before anything moved. Final. */
  REJECTED(true),
  /** The intent is written and credit reserved; the billing system is being asked. */
  AUTHORISED(false),
  /** The billing system gave no clear answer; it will be asked again. */
  IN_DOUBT(false),
  /**
   * The billing system has no record of the payment, and is being told to refuse it should it still
   * arrive.
   */
  CANCELING(false),
  /** The billing system certainly did not do it; the reservation is released. Final. */
  DECLINED(true),
  /** Done: in the journal and receipted. Final unless it is reversed. */
  COMPLETED(true),
  /** A reversal is written; the billing system is being asked to undo the payment. */
  REVERSING(false),
  /** Undone, with a mirrored entry in the journal. Final. */
  REVERSED(true),
  /** Reversed before it arrived; it will be refused if it comes. Final. */
  BLOCKED(true);

  private final boolean settled;

  TransactionState(boolean settled) {
    this.settled = settled;
  }

  /** Tells whether nothing more happens to the transaction by itself. */
  public boolean isSettled() {
    return settled;
  }
}
