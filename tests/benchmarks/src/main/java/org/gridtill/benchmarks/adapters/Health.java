package org.gridtill.benchmarks.adapters;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * How an adapter does by {@code adapter-list}.
 *
 * @param circuit the state of its circuit
 * @param stuck how many of its calls hang that nobody waits for any more
 */
record Health(String circuit, String stuck) {

  static final Health UNKNOWN = new Health("unknown", "unknown");

  private static final String COLUMNS = "\\s*[\u2502|]\\s*";

  /**
   * Reads a table.
   *
   * @throws IOException if the adapter is not in it
   */
  static Health of(String table, String adapter) throws IOException {
    List<String> heading = List.of();
    for (String line : table.lines().toList()) {
      List<String> row = Arrays.asList(line.strip().split(COLUMNS));
      if (row.contains("Circuit")) {
        heading = row;
      } else if (row.get(0).equals(adapter) && row.size() >= heading.size()) {
        return new Health(row.get(heading.indexOf("Circuit")), row.get(heading.indexOf("Stuck")));
      }
    }
    throw new IOException("no adapter " + adapter + " in: " + table);
  }

  @Override
  public String toString() {
    return circuit + ", " + stuck + " stuck";
  }
}
