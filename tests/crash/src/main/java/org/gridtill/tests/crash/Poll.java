package org.gridtill.tests.crash;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process does and cannot tell. */
public final class Poll {

  private static final long PAUSE_NANOS = 100_000_000;

  private Poll() {}

  /**
   * Looks until a condition holds. An exception means that it does not hold yet.
   *
   * @param what what is waited for, in words
   * @throws TimeoutException if it does not hold in time; its cause is the last exception
   * @throws InterruptedException if the thread is interrupted
   */
  public static void until(String what, Duration patience, Callable<Boolean> condition)
      throws TimeoutException, InterruptedException {
    long start = System.nanoTime();
    Exception last = null;
    while (System.nanoTime() - start < patience.toNanos()) {
      try {
        if (condition.call()) {
          return;
        }
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        last = e;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      if (Thread.interrupted()) {
        throw new InterruptedException("while waiting for " + what);
      }
    }
    TimeoutException timeout = new TimeoutException("not in " + patience + ": " + what);
    timeout.initCause(last);
    throw timeout;
  }
}
