package org.gridtill.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Threads that each do one thing after the other for a time. The warm-up is not counted. */
final class Load {

  private final long warmUpNanos;
  private final long measuredNanos;
  private volatile boolean failed;

  Load(Options options) {
    warmUpNanos = options.warmUpSeconds() * 1_000_000_000L;
    measuredNanos = options.seconds() * 1_000_000_000L;
  }

  /** What a thread does again and again. */
  interface Worker {

    /**
     * Does one thing.
     *
     * @return what it was; null if it did not come off, so that it does not count
     * @throws Exception to end the whole measurement
     */
    Kind work() throws Exception;
  }

  /**
   * Runs all. What each does last is finished when the method returns. If one fails, the others end
   * with what they are doing.
   *
   * @param atStart what to do when the warm-up is over
   * @param atEnd what to do when the time is over, while the last things are still being finished
   */
  Result run(List<? extends Worker> workers, Runnable atStart, Runnable atEnd)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(workers.size() + 1);
    try {
      long start = System.nanoTime() + warmUpNanos;
      Future<?> clock =
          threads.submit(
              () -> {
                parkUntil(start);
                atStart.run();
                parkUntil(start + measuredNanos);
                atEnd.run();
              });
      List<Future<Map<Kind, Samples>>> results = new ArrayList<>();
      for (Worker worker : workers) {
        results.add(threads.submit(() -> repeat(worker, start)));
      }
      Map<Kind, Samples> all = new EnumMap<>(Kind.class);
      for (Future<Map<Kind, Samples>> result : results) {
        result
            .get()
            .forEach((kind, some) -> all.computeIfAbsent(kind, k -> new Samples()).addAll(some));
      }
      clock.get();
      return new Result(all, measuredNanos);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void parkUntil(long nanoTime) {
    for (long left; (left = nanoTime - System.nanoTime()) > 0; ) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }

  private Kind work(Worker worker) throws Exception {
    boolean done = false;
    try {
      Kind kind = worker.work();
      done = true;
      return kind;
    } finally {
      failed |= !done;
    }
  }

  private Map<Kind, Samples> repeat(Worker worker, long start) throws Exception {
    Map<Kind, Samples> done = new EnumMap<>(Kind.class);
    for (long began = System.nanoTime(); began - start < measuredNanos && !failed; ) {
      Kind kind = work(worker);
      long ended = System.nanoTime();
      // By its end, so that as much is counted at the start of the time as is cut off at its end.
      if (kind != null && ended - start >= 0 && ended - start < measuredNanos) {
        done.computeIfAbsent(kind, k -> new Samples()).add(ended - began);
      }
      began = ended;
    }
    return done;
  }
}
