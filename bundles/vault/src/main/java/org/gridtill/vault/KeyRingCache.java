package org.gridtill.vault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The key rings used last. Bounded in number and in age; safe for use by several threads.
 *
 * <p>A ring that was read before a change of its terminal's keys must not be put here after the
 * change. So a reader takes a {@link #ticket()} before it reads, and any change meanwhile makes its
 * {@link #put} void.
 */
final class KeyRingCache {

  private record Entry(KeyRing ring, long readAt) {}

  private final int capacity;
  private final long lifeNanos;
  private final LongSupplier nanoTime;
  private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long changes;

  KeyRingCache(int capacity, Duration life, LongSupplier nanoTime) {
    this.capacity = capacity;
    this.lifeNanos = life.toNanos();
    this.nanoTime = nanoTime;
  }

  /** Returns the ring, or null. */
  synchronized KeyRing get(String terminalCode) {
    Entry entry = entries.get(terminalCode);
    if (entry == null) {
      return null;
    }
    if (nanoTime.getAsLong() - entry.readAt() >= lifeNanos) {
      entries.remove(terminalCode);
      return null;
    }
    return entry.ring();
  }

  /** Returns what stands for the present state of all rings. */
  synchronized long ticket() {
    return changes;
  }

  /** Keeps a ring, unless something changed since the ticket. */
  synchronized void put(String terminalCode, KeyRing ring, long ticket) {
    if (ticket != changes) {
      return;
    }
    entries.put(terminalCode, new Entry(ring, nanoTime.getAsLong()));
    if (entries.size() > capacity) {
      entries.remove(entries.keySet().iterator().next());
    }
  }

  /** Forgets a ring, because its keys changed. */
  synchronized void drop(String terminalCode) {
    changes++;
    entries.remove(terminalCode);
  }

  synchronized int size() {
    return entries.size();
  }
}
