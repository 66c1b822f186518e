package org.gridtill.itests;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what happens some time later. */
final class Eventually {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private Eventually() {}

  /**
   * Tries until a try returns true. A try that throws counts as one that returns false.
   *
   * @throws AssertionError if that takes longer than the patience; its cause is that of the last
   *     try
   */
  static void holds(String what, Duration patience, Callable<Boolean> attempt) {
    long deadline = System.nanoTime() + patience.toNanos();
    Exception last = null;
    do {
      try {
        if (attempt.call()) {
          return;
        }
        last = null;
      } catch (Exception e) {
        last = e;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    } while (System.nanoTime() < deadline);
    throw new AssertionError("not within " + patience + ": " + what, last);
  }
}
