package org.gridtill.notifications;

import java.time.Duration;

/**
 * How long a message waits after something went wrong: twice as long each time, up to a longest
 * wait.
 *
 * @param first the wait after the first failure
 * @param longest the longest wait
 */
record Backoff(Duration first, Duration longest) {

  private static final int MOST_DOUBLINGS = 20;

  /** Returns the wait after so many failures, one or more. */
  Duration delay(int failures) {
    Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}
