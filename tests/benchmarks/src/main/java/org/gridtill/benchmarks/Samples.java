package org.gridtill.benchmarks;

import java.util.Arrays;

/** How long things took, in nanoseconds. For use by one thread. */
public final class Samples {

  private long[] nanos = new long[16];
  private int count;

  /** Adds one. */
  public void add(long sample) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = sample;
  }

  void addAll(Samples others) {
    for (int i = 0; i < others.count; i++) {
      add(others.nanos[i]);
    }
  }

  int count() {
    return count;
  }

  /** Returns what so many of a hundred took at most, in milliseconds. */
  public double percentile(int percent) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) ((count - 1L) * percent / 100)] / 1e6;
  }
}
