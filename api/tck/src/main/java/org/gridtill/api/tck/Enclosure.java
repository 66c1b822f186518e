package org.gridtill.api.tck;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One thread in a group of its own, on which an adapter is run. Threads that it starts are of that
 * group, too, and so can be told from those of the framework, of the test, and of an other side
 * that runs in the same process.
 */
final class Enclosure implements AutoCloseable {

  private static final int ROUNDS = 16;
  private static final int WAIT_MILLIS = 500;

  private final ThreadGroup group = new ThreadGroup("adapter");
  private final ExecutorService inside =
      Executors.newSingleThreadExecutor(task -> new Thread(group, task, "enclosed"));

  /** Runs something inside. */
  <T> T run(Callable<T> what) throws Exception {
    try {
      return inside.submit(what).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (Exception) e.getCause();
    }
  }

  /** Returns a service whose methods run inside. */
  <S> S enclosed(Class<S> type, S service) {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            run(
                () -> {
                  try {
                    return method.invoke(service, arguments);
                  } catch (InvocationTargetException e) {
                    if (e.getCause() instanceof Error error) {
                      throw error;
                    }
                    throw (Exception) e.getCause();
                  }
                });
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /**
   * Ends what was run inside, waits for the threads that it started, and returns the names of those
   * that do not end. Some end only when the collector has found what they serve, as do those of the
   * JDK's HTTP client, which nobody can close.
   */
  List<String> left() throws InterruptedException {
    inside.shutdown();
    List<Thread> alive = alive();
    for (int i = 0; i < ROUNDS && !alive.isEmpty(); i++) {
      System.gc();
      alive.get(0).join(WAIT_MILLIS);
      alive = alive();
    }
    return alive.stream().map(Thread::getName).toList();
  }

  private List<Thread> alive() {
    List<Thread> alive = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      ThreadGroup of = thread.getThreadGroup();
      // The common pool is the JDK's, whoever is the first to need it.
      if (of != null
          && group.parentOf(of)
          && !thread.getName().startsWith("ForkJoinPool.commonPool")) {
        alive.add(thread);
      }
    }
    return alive;
  }

  @Override
  public void close() {
    inside.shutdownNow();
  }
}
