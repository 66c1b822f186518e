package org.gridtill.transactions;

/**
 * One step of a sequence.
 *
 * @param kind what is done
 * @param which chooses among what there is to do it to
 * @param fault what the next call to the billing system suffers; null for nothing
 * @param fuse at which boundary the process dies: before or after each database transaction and
 *     each call to the billing system, counted from the begin of the step; negative for never
 */
record Op(Kind kind, int which, ModelBilling.Fault fault, int fuse) {

  /** What can be done. */
  enum Kind {
    /** Orders under the next trace number. */
    PAY,
    PREPAY,
    OPEN,
    RECHARGE,
    RECHARGE_REMOTELY,
    REPLACE,
    /** Sends an earlier order again, to the letter. */
    REPEAT,
    /** Sends another order under the key of an earlier one. */
    REUSE_KEY,
    REVERSE,
    /** Sends a reversal before what it reverses. */
    REVERSE_BEFORE,
    ASK,
    /** The terminal writes the card with what it has; the card may be pulled out. */
    WRITE,
    REPORT,
    REWRITE,
    CLEAR,
    /** The consumer puts the card into the meter. */
    INSERT,
    QUERY_METER,
    /** Meters answer so to credit over the air from now on. */
    ANSWER_OVER_THE_AIR,
    /** Calls that were lost on the line arrive after all. */
    ARRIVE_LATE,
    /** Puts what is collected into a fund batch. */
    REMIT,
    WAIT,
    RESOLVE,
    RESTART
  }

  @Override
  public String toString() {
    return kind
        + "#"
        + which
        + (fault == null ? "" : "/" + fault)
        + (fuse < 0 ? "" : "/dies at " + fuse);
  }
}
