package org.gridtill.simulator.sg186.fault;

/** What can go wrong with a call. */
public enum FaultKind {
  /** It waits before it is processed. */
  DELAY,
  /** It is processed at once, and its answer waits. */
  DELAY_ANSWER,
  /** It is refused with a result code. */
  REFUSE,
  /** It is refused with 1034, as at the day-end: nothing is done, and nothing is told. */
  DAY_END,
  /** The connection is closed before it is processed. */
  LOSE_BEFORE,
  /** It is processed and committed, and the connection is closed without an answer. */
  LOSE_AFTER,
  /**
   * It is processed twice, as if the network had delivered it twice; the second answer goes out.
   */
  DUPLICATE
}
