package org.gridtill.notifications;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of the dispatcher that works with the database. It is never interrupted, since
 * Derby does not survive that.
 */
final class Clerk implements Executor {

  private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
  private static final long CLOSE_SECONDS = 15;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "gridtill-notification-clerk");
            made.setDaemon(true);
            return made;
          });

  /** Does something again and again, whatever comes of it. */
  void repeat(Runnable task, Duration pause) {
    thread.scheduleWithFixedDelay(
        guarded(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void execute(Runnable task) {
    try {
      thread.execute(guarded(task));
    } catch (RejectedExecutionException e) {
      LOG.debug("The dispatcher is stopped", e);
    }
  }

  /** A schedule ends with an exception that gets out. */
  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.warn("The dispatcher of notifications cannot work: {}", e.toString());
      }
    };
  }

  /** Does a last thing, and what that gives it to do, and takes nothing more. */
  void close(Runnable last) {
    Future<?> done = thread.submit(guarded(last));
    try {
      done.get(CLOSE_SECONDS, TimeUnit.SECONDS);
      thread.shutdown();
      thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException e) {
      LOG.warn("The dispatcher of notifications still waits for the database", e);
    } finally {
      thread.shutdown();
    }
  }
}
