package org.gridtill.api.adapter.billing;

/** What became of credit that the utility sends to a meter over the air. */
public enum MeterOutcome {
  /** The meter has not answered yet. */
  PENDING,
  /** The meter has taken the credit, now or when it was sent before. */
  TAKEN,
  /** The meter has refused the credit, and will not get it any more. */
  REFUSED
}
