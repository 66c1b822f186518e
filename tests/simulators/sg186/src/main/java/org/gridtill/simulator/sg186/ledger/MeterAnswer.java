package org.gridtill.simulator.sg186.ledger;

/** How meters answer to a purchase that is sent over the air. */
public enum MeterAnswer {
  /** At once, by their rules. */
  NOW,
  /** Not until a script says so. */
  LATER,
  /** At once, and always no. */
  REFUSE
}
