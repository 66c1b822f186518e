package org.gridtill.gates;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What all gates share: the clock for durations, somebody who wakes others by it, and the threads
 * for work of the platform. Safe for use by several threads.
 */
class Watch implements AutoCloseable {

  private final Clock clock;
  private final ScheduledThreadPoolExecutor thread;
  private final Shelter shelter = new Shelter();

  Watch(Clock clock) {
    this.clock = clock;
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread made = new Thread(task, "gridtill-gate-watch");
              made.setDaemon(true);
              return made;
            });
    thread.setRemoveOnCancelPolicy(true);
  }

  Clock clock() {
    return clock;
  }

  Shelter shelter() {
    return shelter;
  }

  /**
   * Runs something later, which must return at once.
   *
   * @return what takes it back
   */
  Runnable after(Duration wait, Runnable task) {
    Future<?> alarm = thread.schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
    return () -> alarm.cancel(false);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    shelter.close();
  }
}
