package org.gridtill.gates;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;

/**
 * The time between an adapter and the next one, in which callers wait. It is as long for everybody
 * together, from when the last one went and not from when a caller came. Used under the gate's
 * lock, to which its condition belongs.
 */
final class Gap {

  private final Duration patience;
  private final Condition changed;
  private int waiting;

  /** Whether there has been an adapter, so that there is reason to wait for the next. */
  private boolean known;

  /** When the last adapter went, by {@link System#nanoTime}. */
  private long goneSince;

  /**
   * Makes one that waits for nobody yet.
   *
   * @param patience how long the next adapter is waited for
   */
  Gap(Duration patience, Condition changed) {
    this.patience = patience;
    this.changed = changed;
  }

  /** The last adapter has gone. */
  void begin() {
    goneSince = System.nanoTime();
  }

  /** An adapter serves. */
  void end() {
    known = true;
  }

  /** Lets those who wait look whether they still have to. */
  void look() {
    changed.signalAll();
  }

  int waiting() {
    return waiting;
  }

  /**
   * Waits for the next adapter.
   *
   * @param most so many may wait as may call; of more the last would be too late
   * @param goesOn whether there is still nobody, who may come
   * @return whether there is no reason to wait any more; false if the time is up
   */
  boolean await(int most, BooleanSupplier goesOn) {
    if (!known || waiting >= most) {
      return false;
    }
    waiting++;
    try {
      long left = patience.toNanos() - (System.nanoTime() - goneSince);
      while (left > 0 && goesOn.getAsBoolean()) {
        left = changed.awaitNanos(left);
      }
      return !goesOn.getAsBoolean();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waiting--;
    }
  }
}
