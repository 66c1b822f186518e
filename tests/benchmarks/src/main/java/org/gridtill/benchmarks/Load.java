package org.gridtill.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Threads that each repeat one thing for a time. The warm-up is not counted. */
final class Load {

  private final long warmUpNanos;
  private final long measuredNanos;

  Load(Options options) {
    warmUpNanos = options.warmUpSeconds() * 1_000_000_000L;
    measuredNanos = options.seconds() * 1_000_000_000L;
  }

  /**
   * Runs all.
   *
   * @param workers what each thread repeats; what it throws ends the measurement
   * @param atStart what to do when the warm-up is over
   */
  Result run(List<? extends Callable<?>> workers, Runnable atStart)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(workers.size() + 1);
    try {
      long start = System.nanoTime() + warmUpNanos;
      Future<?> starter =
          threads.submit(
              () -> {
                LockSupport.parkNanos(warmUpNanos);
                atStart.run();
              });
      List<Future<long[]>> results = new ArrayList<>();
      for (Callable<?> worker : workers) {
        results.add(threads.submit(() -> repeat(worker, start)));
      }
      List<long[]> latencies = new ArrayList<>();
      for (Future<long[]> result : results) {
        latencies.add(result.get());
      }
      starter.get();
      return Result.of(latencies, measuredNanos);
    } finally {
      threads.shutdownNow();
    }
  }

  private long[] repeat(Callable<?> worker, long start) throws Exception {
    long[] latencies = new long[1024];
    int count = 0;
    for (long began = System.nanoTime(); began - start < measuredNanos; ) {
      worker.call();
      long ended = System.nanoTime();
      if (began - start >= 0 && ended - start < measuredNanos) {
        if (count == latencies.length) {
          latencies = Arrays.copyOf(latencies, 2 * count);
        }
        latencies[count++] = ended - began;
      }
      began = ended;
    }
    return Arrays.copyOf(latencies, count);
  }

  /**
   * What came of it.
   *
   * @param rate how many were done each second
   * @param p50 half took at most so many milliseconds
   * @param p99 99 of 100 took at most so many milliseconds
   */
  record Result(double rate, double p50, double p99) {

    static Result of(List<long[]> latencies, long nanos) {
      long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
      if (all.length == 0) {
        throw new IllegalStateException("nothing was done in the measured time");
      }
      return new Result(all.length * 1e9 / nanos, percentile(all, 50), percentile(all, 99));
    }

    private static double percentile(long[] sorted, int percent) {
      return sorted[(int) ((sorted.length - 1L) * percent / 100)] / 1e6;
    }

    @Override
    public String toString() {
      return String.format("%.0f/s, p50 %.1f ms, p99 %.1f ms", rate, p50, p99);
    }
  }
}
