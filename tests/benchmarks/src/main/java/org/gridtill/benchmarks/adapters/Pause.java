package org.gridtill.benchmarks.adapters;

import java.util.concurrent.TimeUnit;

/** Lets time go by that is measured. */
final class Pause {

  private Pause() {}

  /** Waits until a time, by {@link System#nanoTime}. */
  static void until(long nanoTime) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(Math.max(0, nanoTime - System.nanoTime()));
  }

  /** Waits so long, and returns the time it took. */
  static Window seconds(int seconds) throws InterruptedException {
    long start = System.nanoTime();
    until(start + TimeUnit.SECONDS.toNanos(seconds));
    return new Window(start, System.nanoTime());
  }
}
