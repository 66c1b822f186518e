package org.gridtill.benchmarks.adapters;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** When each version of an adapter answered last. Safe for use by many threads. */
final class Sighting {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Zone, Long> last = new EnumMap<>(Zone.class);

  void note(Exchange exchange) {
    if (exchange.zone() == null) {
      return;
    }
    lock.lock();
    try {
      last.put(exchange.zone(), exchange.end());
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the version for a zone has answered after a time.
   *
   * @return when it did
   * @throws TimeoutException if it does not, in so many seconds
   */
  long await(Zone zone, long after, int seconds) throws InterruptedException, TimeoutException {
    long left = TimeUnit.SECONDS.toNanos(seconds);
    lock.lock();
    try {
      while (true) {
        Long seen = last.get(zone);
        if (seen != null && seen - after > 0) {
          return seen;
        }
        if (left <= 0) {
          throw new TimeoutException("the next version has not answered in " + seconds + " s");
        }
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
