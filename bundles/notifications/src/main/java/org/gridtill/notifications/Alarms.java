package org.gridtill.notifications;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Wakes somebody after a while. */
interface Alarms {

  /**
   * Runs something later, which must return at once.
   *
   * @return what takes it back
   */
  Runnable after(Duration wait, Runnable task);

  /** Wakes nobody any more. */
  void close();

  /** Alarms that go by the machine's clock for durations. */
  static Alarms real() {
    ScheduledThreadPoolExecutor thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread made = new Thread(task, "gridtill-notification-watch");
              made.setDaemon(true);
              return made;
            });
    thread.setRemoveOnCancelPolicy(true);
    return new Alarms() {
      @Override
      public Runnable after(Duration wait, Runnable task) {
        Future<?> alarm = thread.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
        return () -> alarm.cancel(false);
      }

      @Override
      public void close() {
        thread.shutdownNow();
      }
    };
  }
}
