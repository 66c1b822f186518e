package org.gridtill.transactions;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every second for what is due, and has it resolved by a few threads. */
final class ResolverSchedule implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ResolverSchedule.class);
  private static final long PERIOD_MILLIS = 1000;
  private static final long CLOSE_SECONDS = 15;

  private final Resolver resolver;
  private final ScheduledExecutorService timer;
  private final ExecutorService workers;
  private final Set<Long> atWork = ConcurrentHashMap.newKeySet();

  ResolverSchedule(Resolver resolver, int threads) {
    this.resolver = resolver;
    this.timer = Executors.newSingleThreadScheduledExecutor(named("gridtill-resolver-timer"));
    this.workers = Executors.newFixedThreadPool(threads, named("gridtill-resolver"));
    timer.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  private void look() {
    try {
      for (Long serial : resolver.due()) {
        if (atWork.add(serial)) {
          workers.execute(() -> resolve(serial));
        }
      }
    } catch (RejectedExecutionException e) {
      LOG.debug("The resolver is being stopped", e);
    } catch (RuntimeException e) {
      // The schedule ends with an exception that gets out, and with it every resolution.
      LOG.warn("The resolver cannot read what is due: {}", e.toString());
    }
  }

  private void resolve(long serial) {
    try {
      resolver.resolve(serial);
    } catch (RuntimeException e) {
      LOG.warn("Transaction {} is not resolved yet: {}", serial, e.toString());
    } finally {
      atWork.remove(serial);
    }
  }

  /**
   * Ends the schedule, and waits a while for what is at work; the rest is resolved another time.
   */
  @Override
  public void close() {
    timer.shutdownNow();
    workers.shutdownNow();
    try {
      if (!workers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("The resolver still waits for the billing system");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
