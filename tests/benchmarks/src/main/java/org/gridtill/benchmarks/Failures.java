package org.gridtill.benchmarks;

import java.util.Map;
import java.util.TreeMap;

/** What went wrong, counted. Safe for use by many threads. */
final class Failures {

  private static final int MOST_SORTS = 50;

  private final Map<String, Integer> counts = new TreeMap<>();

  synchronized void add(Kind kind, String what) {
    String sort = kind + ": " + what.lines().findFirst().orElse("");
    if (counts.size() < MOST_SORTS || counts.containsKey(sort)) {
      counts.merge(sort, 1, Integer::sum);
    } else {
      counts.merge("others", 1, Integer::sum);
    }
  }

  synchronized int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public synchronized String toString() {
    return total() + " refused or failed" + (counts.isEmpty() ? "" : " " + counts);
  }
}
