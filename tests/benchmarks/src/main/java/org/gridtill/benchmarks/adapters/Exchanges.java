package org.gridtill.benchmarks.adapters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gridtill.benchmarks.Samples;

/** What terminals did, to be looked at by times. */
record Exchanges(List<Exchange> all) {

  private static final int LONGEST = 100;

  /** Returns those of which a part lies in one of the windows. */
  Exchanges touching(List<Window> windows) {
    return only(exchange -> windows.stream().anyMatch(window -> window.touches(exchange)));
  }

  /** Returns those of which no part lies in any of the windows. */
  Exchanges apartFrom(List<Window> windows) {
    return only(exchange -> windows.stream().noneMatch(window -> window.touches(exchange)));
  }

  /** Returns those that ended in the window. */
  Exchanges endedIn(Window window) {
    return only(window::hasEndOf);
  }

  private Exchanges only(Predicate<Exchange> wanted) {
    return new Exchanges(all.stream().filter(wanted).toList());
  }

  int count() {
    return all.size();
  }

  /** Returns how many came off in a second of a window. */
  double rate(Window window) {
    return endedIn(window).all.stream().filter(Exchange::good).count() * 1e9 / window.nanos();
  }

  /** Returns what so many of a hundred took at most, in milliseconds; failures count as well. */
  double percentile(int percent) {
    if (all.isEmpty()) {
      throw new IllegalStateException("nothing was done in the measured time");
    }
    Samples samples = new Samples();
    all.forEach(exchange -> samples.add(exchange.nanos()));
    return samples.percentile(percent);
  }

  long failed() {
    return all.stream().filter(exchange -> !exchange.good()).count();
  }

  long dropped() {
    return all.stream().filter(Exchange::dropped).count();
  }

  /** Tells why exchanges failed, and how many of each sort. */
  List<String> failures() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Exchange exchange : all) {
      if (!exchange.good()) {
        String line = exchange.failure().replaceAll("\\d{6,}", "#");
        counts.merge(line.substring(0, Math.min(line.length(), LONGEST)), 1, Integer::sum);
      }
    }
    List<String> lines = new ArrayList<>();
    counts.forEach((what, count) -> lines.add(count + " times " + what));
    return lines;
  }
}
