package org.gridtill.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The command line.
 *
 * @param mode what to measure
 * @param terminals how many terminals are at work at once
 * @param agencies how many agencies they belong to
 * @param threads how many threads the floor has
 * @param warmUpSeconds how long to run before each measurement
 * @param seconds how long to measure
 * @param sizes on how many past transactions each to measure the growth
 * @param database on which database to measure credit, {@code derby} or {@code postgresql}
 * @param sync whether commits wait for the disk when credit is measured
 * @param distribution the platform's archive
 * @param work the folder to work in
 */
record Options(
    Mode mode,
    int terminals,
    int agencies,
    int threads,
    int warmUpSeconds,
    int seconds,
    List<Integer> sizes,
    String database,
    boolean sync,
    Path distribution,
    Path work) {

  static final String DERBY = "derby";

  static final String HELP =
      """
      options: --mix      all kinds of transactions, not bill payments only
               --growth   bill payments on more and more past transactions
               --credit   credit and journal without the rest, on one agency and on many
               --adapters what adapters cost and spare, with options of its own
               --terminals N (200; 1000 with --mix; 100 with --growth)
               --agencies N (10)  --threads N (32, of the floor and of --credit)
               --warm-up SECONDS (15; 30 with --growth; 5 with --credit)
               --seconds SECONDS (20; 30 with --growth; 10 with --credit)
               --sizes N,N,... (10000,100000,1000000; past transactions, of --growth)
               --database derby|postgresql (derby; of --credit)
               --sync on|off (on; whether commits wait for the disk, of --credit)
               --distribution FILE  --work FOLDER
      """;

  private static final Set<String> NAMES =
      Set.of(
          "terminals",
          "agencies",
          "threads",
          "warm-up",
          "seconds",
          "sizes",
          "database",
          "sync",
          "distribution",
          "work");

  private static final Map<String, Mode> MODES =
      Map.of("mix", Mode.MIX, "growth", Mode.GROWTH, "credit", Mode.CREDIT);

  /** What to measure. */
  enum Mode {
    /** Bill payments, beside a floor. */
    PAYMENTS(200, 15, 20),
    /** Everything that terminals do, beside a floor. */
    MIX(1000, 15, 20),
    /** Bill payments, on more and more past transactions. */
    GROWTH(100, 30, 30),
    /** Credit and journal without the rest. */
    CREDIT(200, 5, 10);

    private final int terminals;
    private final int warmUpSeconds;
    private final int seconds;

    Mode(int terminals, int warmUpSeconds, int seconds) {
      this.terminals = terminals;
      this.warmUpSeconds = warmUpSeconds;
      this.seconds = seconds;
    }
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if it is wrong
   */
  static Options parse(String[] arguments) {
    Mode mode = Mode.PAYMENTS;
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
      if (MODES.containsKey(name) && mode == Mode.PAYMENTS) {
        mode = MODES.get(name);
      } else if (NAMES.contains(name) && i + 1 < arguments.length) {
        given.put(name, arguments[++i]);
      } else {
        throw new IllegalArgumentException("wrong option " + arguments[i]);
      }
    }
    int terminals = number(given, "terminals", mode.terminals);
    int agencies = number(given, "agencies", 10);
    if (terminals % agencies != 0) {
      throw new IllegalArgumentException("each agency must have as many terminals");
    }
    onlyWith(Mode.GROWTH, mode, given, "sizes");
    onlyWith(Mode.CREDIT, mode, given, "database", "sync");
    String target = "tests/benchmarks/target/";
    return new Options(
        mode,
        terminals,
        agencies,
        number(given, "threads", 32),
        number(given, "warm-up", mode.warmUpSeconds),
        number(given, "seconds", mode.seconds),
        Arrays.stream(given.getOrDefault("sizes", "10000,100000,1000000").split(","))
            .map(Integer::valueOf)
            .toList(),
        oneOf(given, "database", DERBY, "postgresql"),
        oneOf(given, "sync", "on", "off").equals("on"),
        Path.of(given.getOrDefault("distribution", target + "distribution.tar.gz")),
        Path.of(given.getOrDefault("work", target + "run")).toAbsolutePath());
  }

  /** Returns the agency of a terminal, which is counted from 0. */
  String agencyOf(int terminal) {
    return String.format("A%03d", terminal / (terminals / agencies) + 1);
  }

  private static void onlyWith(Mode of, Mode mode, Map<String, String> given, String... names) {
    for (String name : names) {
      if (mode != of && given.containsKey(name)) {
        throw new IllegalArgumentException("--" + name + " goes with another mode only");
      }
    }
  }

  /** Returns the first one if nothing is given. */
  private static String oneOf(Map<String, String> given, String name, String one, String other) {
    String chosen = given.getOrDefault(name, one);
    if (!chosen.equals(one) && !chosen.equals(other)) {
      throw new IllegalArgumentException("--" + name + " is " + one + " or " + other);
    }
    return chosen;
  }

  private static int number(Map<String, String> given, String name, int otherwise) {
    int number = Integer.parseInt(given.getOrDefault(name, Integer.toString(otherwise)));
    if (number < 1) {
      throw new IllegalArgumentException("--" + name + " is at least 1");
    }
    return number;
  }
}
