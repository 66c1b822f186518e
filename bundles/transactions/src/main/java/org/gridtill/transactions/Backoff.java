package org.gridtill.transactions;

import java.time.Duration;

/**
 * How long the resolver waits between attempts: twice as long each time, up to a longest wait, for
 * ever. It never gives up, since giving up would be guessing.
 *
 * @param first the wait after the first attempt
 * @param longest the longest wait
 */
record Backoff(Duration first, Duration longest) {

  Duration delay(int attempts) {
    Duration doubled = first.multipliedBy(1L << Math.min(attempts, 20));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}
