package org.gridtill.benchmarks.adapters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures, told as they come and at the end in one table, and what was wrong. */
final class Report {

  private static final String LINE = "  %-62s %14s  %s";

  private final List<String> lines = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  /** Begins a group of figures. */
  void heading(String words) {
    add(words);
  }

  void figure(String what, String figure) {
    add(line(what, figure, ""));
  }

  /** Adds a figure with its ratio to what is normal. */
  void figure(String what, String figure, double ratio) {
    add(line(what, figure, String.format(Locale.ROOT, "ratio %.2f", ratio)));
  }

  /** Notes what there should be none of. */
  void wrong(String what) {
    wrong.add(what);
    System.out.println("  WRONG: " + what);
  }

  boolean isSound() {
    return wrong.isEmpty();
  }

  static String millis(double millis) {
    return String.format(Locale.ROOT, "%,.0f ms", millis);
  }

  static String rate(double rate) {
    return String.format(Locale.ROOT, "%,.1f/s", rate);
  }

  private static String line(String what, String figure, String ratio) {
    return String.format(Locale.ROOT, LINE, what, figure, ratio).stripTrailing();
  }

  private void add(String line) {
    lines.add(line);
    System.out.println(line);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    wrong.forEach(what -> text.append("WRONG: ").append(what).append('\n'));
    return text.toString();
  }
}
