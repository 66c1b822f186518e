package org.gridtill.benchmarks.adapters;

/**
 * A request of a terminal and what came of it.
 *
 * @param start when it was sent, by {@link System#nanoTime}
 * @param end when its answer was there, or was given up
 * @param failure why it did not come off; null if it did
 * @param dropped whether its connection was lost
 * @param zone by which version of the adapter it was answered, as far as that can be told
 */
record Exchange(long start, long end, String failure, boolean dropped, Zone zone) {

  long nanos() {
    return end - start;
  }

  boolean good() {
    return failure == null;
  }
}
