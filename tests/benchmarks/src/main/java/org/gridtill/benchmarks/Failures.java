package org.gridtill.benchmarks;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What went wrong, counted by sort. Numbers of consumers and transactions are left out, so that a
 * thousand failures with one cause are one sort. Safe for use by many threads.
 */
final class Failures {

  private static final int MOST_SORTS = 50;
  private static final int MOST_SHOWN = 5;
  private static final int LONGEST = 120;

  private final Map<String, Integer> counts = new TreeMap<>();

  synchronized void add(Kind kind, String what) {
    String line = what.lines().findFirst().orElse("").replaceAll("\\d{6,}", "#");
    String sort = kind + ": " + (line.length() > LONGEST ? line.substring(0, LONGEST) : line);
    if (counts.size() < MOST_SORTS || counts.containsKey(sort)) {
      counts.merge(sort, 1, Integer::sum);
    } else {
      counts.merge("others", 1, Integer::sum);
    }
  }

  synchronized int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Tells how many there were, and the most frequent sorts. */
  @Override
  public synchronized String toString() {
    String most =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_SHOWN)
            .map(sort -> "\n  " + sort.getValue() + " times " + sort.getKey())
            .collect(Collectors.joining());
    int hidden = counts.size() - MOST_SHOWN;
    return total()
        + " refused or failed"
        + most
        + (hidden > 0 ? "\n  and " + hidden + " more" : "");
  }
}
