package org.gridtill.simulator.sg186.utility;

import java.time.YearMonth;

/**
 * What makes one simulated utility differ from another.
 *
 * @param consumers how many consumers it has, 1 to 10,000,000
 * @param latestMonth the last month that was billed
 */
public record Population(int consumers, YearMonth latestMonth) {

  private static final int MOST_CONSUMERS = 10_000_000;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if there are too few or too many consumers
   */
  public Population {
    if (consumers < 1 || consumers > MOST_CONSUMERS) {
      throw new IllegalArgumentException("consumers is not between 1 and " + MOST_CONSUMERS);
    }
  }
}
