package org.gridtill.gates;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Threads for the work of the platform that adapters ask for in the middle of a call. It is not
 * done on the adapter's thread: whatever the platform or a database keeps of it for longer, such as
 * a warning with a stack trace, would keep the classes of the adapter that stands below it on the
 * stack, for as long as that lasts, and with them its version. Safe for use by several threads.
 */
final class Shelter implements AutoCloseable {

  /** More than there are connections to a database; whoever is beyond waits. */
  private static final int THREADS = 32;

  private final ThreadPoolExecutor threads;

  Shelter() {
    AtomicInteger count = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "gridtill-gate-shelter-" + count.incrementAndGet());
              thread.setDaemon(true);
              thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
              return thread;
            });
    // Now, and not in the middle of a call: a thread keeps the protection domains of who made it.
    threads.prestartAllCoreThreads();
  }

  /**
   * Does some work and waits for its end. An interrupt of who waits is kept for later.
   *
   * @throws RuntimeException whatever the work throws
   * @throws java.util.concurrent.RejectedExecutionException if the platform stops
   */
  <T> T run(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    threads.execute(task);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return (RuntimeException) thrown;
  }

  /** Takes no more work; what waits is still done. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
