package org.gridtill.gateway;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.gridtill.api.adapter.terminal.Refusal;

/** What happened at an endpoint since it started. Safe for use by several threads. */
final class EndpointStatistics {

  private final AtomicInteger connections = new AtomicInteger();
  private final LongAdder frames = new LongAdder();
  private final Map<Fault, LongAdder> faults = counters(Fault.class);
  private final Map<Refusal, LongAdder> refusals = counters(Refusal.class);

  /** Counts a connection that opens; returns how many are open with it. */
  int opened() {
    return connections.incrementAndGet();
  }

  void closed() {
    connections.decrementAndGet();
  }

  void frame() {
    frames.increment();
  }

  void fault(Fault fault) {
    faults.get(fault).increment();
  }

  void refusal(Refusal refusal) {
    refusals.get(refusal).increment();
  }

  int connections() {
    return connections.get();
  }

  long frames() {
    return frames.sum();
  }

  long count(Fault fault) {
    return faults.get(fault).sum();
  }

  /** Returns the counts of all kinds that occurred. */
  Map<String, Long> refused() {
    Map<String, Long> counts = new TreeMap<>();
    collect(faults, counts);
    collect(refusals, counts);
    return Collections.unmodifiableMap(counts);
  }

  private static <K extends Enum<K>> Map<K, LongAdder> counters(Class<K> kinds) {
    Map<K, LongAdder> counters = new EnumMap<>(kinds);
    for (K kind : kinds.getEnumConstants()) {
      counters.put(kind, new LongAdder());
    }
    return counters;
  }

  private static <K extends Enum<K>> void collect(
      Map<K, LongAdder> counters, Map<String, Long> counts) {
    counters.forEach(
        (kind, counter) -> {
          long count = counter.sum();
          if (count > 0) {
            counts.merge(kind.name(), count, Long::sum);
          }
        });
  }
}
