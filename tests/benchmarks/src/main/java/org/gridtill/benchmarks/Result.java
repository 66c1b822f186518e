package org.gridtill.benchmarks;

import java.util.Map;

/**
 * What came of a measurement.
 *
 * @param samples how long each thing took that ended in the measured time
 * @param nanos how long that time was
 */
record Result(Map<Kind, Samples> samples, long nanos) {

  int count() {
    return samples.values().stream().mapToInt(Samples::count).sum();
  }

  /** Returns how many things were done each second. */
  double rate() {
    return count() * 1e9 / nanos;
  }

  /** Returns a line for each kind, and one for all. */
  String table() {
    StringBuilder text = new StringBuilder();
    samples.forEach((kind, some) -> text.append(line(kind.toString(), some)));
    if (samples.size() > 1) {
      Samples all = new Samples();
      samples.values().forEach(all::addAll);
      text.append(line("all", all));
    }
    return text.toString();
  }

  private String line(String name, Samples some) {
    return String.format(
        "  %-16s %8.1f/s   p50 %8.1f ms   p99 %8.1f ms%n",
        name, some.count() * 1e9 / nanos, some.percentile(50), some.percentile(99));
  }
}
