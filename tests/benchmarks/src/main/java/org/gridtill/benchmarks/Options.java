package org.gridtill.benchmarks;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The command line.
 *
 * @param terminals how many terminals pay at once
 * @param agencies how many agencies they belong to
 * @param threads how many threads the floor has
 * @param warmUpSeconds how long to run before each measurement
 * @param seconds how long to measure
 * @param distribution the platform's archive
 * @param work the folder to work in
 */
record Options(
    int terminals,
    int agencies,
    int threads,
    int warmUpSeconds,
    int seconds,
    Path distribution,
    Path work) {

  static final String HELP =
      """
      options: --terminals N (200)  --agencies N (10)  --threads N (32, of the floor)
               --warm-up SECONDS (15)  --seconds SECONDS (20)
               --distribution FILE  --work FOLDER
      """;

  private static final Set<String> NAMES =
      Set.of("terminals", "agencies", "threads", "warm-up", "seconds", "distribution", "work");

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if it is wrong
   */
  static Options parse(String[] arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
      if (!NAMES.contains(name) || i + 1 == arguments.length) {
        throw new IllegalArgumentException("wrong option " + arguments[i]);
      }
      given.put(name, arguments[i + 1]);
    }
    int terminals = number(given, "terminals", 200);
    int agencies = number(given, "agencies", 10);
    if (terminals % agencies != 0) {
      throw new IllegalArgumentException("each agency must have as many terminals");
    }
    String target = "tests/benchmarks/target/";
    return new Options(
        terminals,
        agencies,
        number(given, "threads", 32),
        number(given, "warm-up", 15),
        number(given, "seconds", 20),
        Path.of(given.getOrDefault("distribution", target + "distribution.tar.gz")),
        Path.of(given.getOrDefault("work", target + "run")).toAbsolutePath());
  }

  String agencyOf(int terminal) {
    return String.format("A%03d", terminal / (terminals / agencies) + 1);
  }

  private static int number(Map<String, String> given, String name, int otherwise) {
    int number = Integer.parseInt(given.getOrDefault(name, Integer.toString(otherwise)));
    if (number < 1) {
      throw new IllegalArgumentException("--" + name + " is at least 1");
    }
    return number;
  }
}
