package org.gridtill.gates;

import java.time.Duration;

/**
 * A series of calls that all ended badly, without a good one or a long pause in between. Safe for
 * use by several threads.
 */
final class Streak {

  private final int fewest;
  private final long shortest;
  private final long pause;
  private int bad;
  private long first;
  private long last;

  /**
   * Makes one.
   *
   * @param fewest of how many calls on it means something
   * @param shortest how long it must have lasted for that
   * @param pause without any call, after which it begins anew
   */
  Streak(int fewest, Duration shortest, Duration pause) {
    this.fewest = fewest;
    this.shortest = shortest.toMillis();
    this.pause = pause.toMillis();
  }

  synchronized void bad(long now) {
    if (bad == 0 || now - last > pause) {
      bad = 0;
      first = now;
    }
    bad++;
    last = now;
  }

  synchronized void good() {
    bad = 0;
  }

  synchronized boolean isLong() {
    return bad >= fewest && last - first >= shortest;
  }
}
