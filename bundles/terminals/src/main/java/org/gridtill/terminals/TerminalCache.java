package org.gridtill.terminals;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What was read about terminals a moment ago, so that a busy terminal does not cost a query a
 * message. Bounded; terminals that do not exist are not kept. Safe for use by several threads.
 */
final class TerminalCache {

  private record Entry(StoredTerminal terminal, long readAt) {}

  private static final int CAPACITY = 20_000;

  private final long lifeNanos;
  private final LongSupplier nanoTime;
  private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long changes;

  TerminalCache(Duration life, LongSupplier nanoTime) {
    this.lifeNanos = life.toNanos();
    this.nanoTime = nanoTime;
  }

  /** Returns a terminal that was read within the life of an entry, reading it if need be. */
  Optional<StoredTerminal> get(String code, Function<String, Optional<StoredTerminal>> read) {
    long before;
    synchronized (this) {
      Entry entry = entries.get(code);
      if (entry != null && nanoTime.getAsLong() - entry.readAt() < lifeNanos) {
        return Optional.of(entry.terminal());
      }
      before = changes;
    }
    Optional<StoredTerminal> terminal = read.apply(code);
    terminal.ifPresent(found -> put(code, found, before));
    return terminal;
  }

  /**
   * Forgets a terminal, because it was changed; also whoever is reading it now does not keep it.
   */
  synchronized void drop(String code) {
    changes++;
    entries.remove(code);
  }

  private synchronized void put(String code, StoredTerminal terminal, long before) {
    if (before != changes) {
      return;
    }
    entries.put(code, new Entry(terminal, nanoTime.getAsLong()));
    if (entries.size() > CAPACITY) {
      entries.remove(entries.keySet().iterator().next());
    }
  }
}
