package org.gridtill.api.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same thing in several threads that begin at one moment. */
final class Together {

  private Together() {}

  /**
   * Runs it, and returns what each thread got.
   *
   * @throws ExecutionException if one of them failed
   */
  static <T> List<T> run(int threads, Callable<T> what)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Future<T>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(
            pool.submit(
                () -> {
                  start.await();
                  return what.call();
                }));
      }
      List<T> got = new ArrayList<>();
      for (Future<T> one : all) {
        got.add(one.get());
      }
      return got;
    } finally {
      pool.shutdownNow();
    }
  }
}
