package org.gridtill.credit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does things at the same moment. */
final class Together {

  private Together() {}

  /** Does the same several times; fails if one fails. */
  static void run(int times, Runnable what) throws Exception {
    List<String> failures = outcomes(Collections.nCopies(times, Executors.callable(what)));
    if (failures.stream().anyMatch(words -> words.startsWith("failed"))) {
      throw new AssertionError(failures.toString());
    }
  }

  /** Does several things; returns what each returned, or "failed: " and why. */
  static List<String> outcomes(List<? extends Callable<?>> things) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(things.size());
    CyclicBarrier start = new CyclicBarrier(things.size());
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (Callable<?> thing : things) {
        futures.add(
            pool.submit(
                () -> {
                  start.await(30, TimeUnit.SECONDS);
                  return thing.call();
                }));
      }
      List<String> outcomes = new ArrayList<>();
      for (Future<?> future : futures) {
        outcomes.add(outcome(future));
      }
      return outcomes;
    } finally {
      pool.shutdownNow();
    }
  }

  private static String outcome(Future<?> future) throws Exception {
    try {
      return String.valueOf(future.get(120, TimeUnit.SECONDS));
    } catch (java.util.concurrent.ExecutionException e) {
      return "failed: " + e.getCause().getMessage();
    }
  }
}
