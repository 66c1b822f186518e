package org.gridtill.api.platform.transactions;

/** Where the meter stands to a sale of credit: the third of its three facts. */
public enum MeterState {
  /** The transaction sells no credit, or is not done. */
  NONE,
  /** Nothing shows yet that the meter has taken the credit. */
  WAITING,
  /** The meter has taken the credit; it is gone for good. */
  TAKEN,
  /** The meter has refused the credit that was sent over the air. */
  REFUSED
}
