package org.gridtill.gateway;

/**
 * So many of something a second, and some at once after a rest. Keeps one point in time: when all
 * that was taken so far would be due, if it came evenly. Not for use by several threads.
 */
final class TokenBucket {

  private static final long SECOND = 1_000_000_000L;

  private final long interval;
  private final long tolerance;
  private boolean used;
  private long due;

  /**
   * A full one.
   *
   * @param perSecond how many come back in a second, 1 to a thousand million
   * @param burst how many there are at most, at least 1
   */
  TokenBucket(int perSecond, int burst) {
    interval = SECOND / perSecond;
    tolerance = (burst - 1) * interval;
  }

  /** Takes one if there is one. */
  boolean take(long nanoTime) {
    if (early(nanoTime) > 0) {
      return false;
    }
    due += interval;
    return true;
  }

  /** Takes one, perhaps before it is there; returns how many nanoseconds it comes later. */
  long takeLater(long nanoTime) {
    long wait = Math.max(0, early(nanoTime));
    due += interval;
    return wait;
  }

  private long early(long nanoTime) {
    // Differences only, since the clock's numbers may overflow.
    if (!used || due - nanoTime < 0) {
      due = nanoTime;
      used = true;
    }
    return due - nanoTime - tolerance;
  }
}
