package org.gridtill.benchmarks.adapters;

/** A time, by {@link System#nanoTime}. */
record Window(long start, long end) {

  long nanos() {
    return end - start;
  }

  /** Tells whether a part of the exchange lies in it. */
  boolean touches(Exchange exchange) {
    return exchange.end() - start >= 0 && exchange.start() - end <= 0;
  }

  /** Tells whether the exchange ended in it; of each exchange that is so for one window at most. */
  boolean hasEndOf(Exchange exchange) {
    return exchange.end() - start >= 0 && exchange.end() - end < 0;
  }
}
