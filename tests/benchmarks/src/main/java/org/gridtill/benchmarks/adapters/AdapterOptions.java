package org.gridtill.benchmarks.adapters;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The command line of {@code --adapters}.
 *
 * @param parts what to measure
 * @param terminals how many terminals work at once
 * @param everyMillis how often each of them asks or pays
 * @param swaps how often the adapter is replaced while they do
 * @param deploys how often a jar is timed from {@code deploy/} to its first transaction
 * @param seconds how long one measurement takes that does not end by itself
 * @param wayward how many terminals the misbehaving adapter has
 * @param idle how many terminals are connected and do nothing
 * @param frames how many malformed frames are sent
 * @param distribution the platform's archive
 * @param work the folder to work in
 */
record AdapterOptions(
    Set<Part> parts,
    int terminals,
    int everyMillis,
    int swaps,
    int deploys,
    int seconds,
    int wayward,
    int idle,
    int frames,
    Path distribution,
    Path work) {

  static final String HELP =
      """
      options of --adapters:
               --part deploy,swap,isolation,idle,size (all)
               --terminals N (200)  --every MILLISECONDS (2000)  --swaps N (50)  --deploys N (5)
               --seconds SECONDS (10)  --wayward N (32)  --idle N (10000)
               --frames N (100000) for --part hostile, which is not among all; --hostile is short for it
               --distribution FILE  --work FOLDER
      """;

  private static final Set<String> NAMES =
      Set.of(
          "part",
          "terminals",
          "every",
          "swaps",
          "deploys",
          "seconds",
          "wayward",
          "idle",
          "frames",
          "distribution",
          "work");

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if it is wrong
   */
  static AdapterOptions parse(String... arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
      if (!NAMES.contains(name) || i + 1 == arguments.length) {
        throw new IllegalArgumentException("wrong option " + arguments[i]);
      }
      given.put(name, arguments[i + 1]);
    }
    String target = "tests/benchmarks/target/";
    return new AdapterOptions(
        parts(given.get("part")),
        number(given, "terminals", 200),
        number(given, "every", 2_000),
        number(given, "swaps", 50),
        number(given, "deploys", 5),
        number(given, "seconds", 10),
        number(given, "wayward", 32),
        number(given, "idle", 10_000),
        number(given, "frames", 100_000),
        Path.of(given.getOrDefault("distribution", target + "distribution.tar.gz")),
        Path.of(given.getOrDefault("work", target + "run")).toAbsolutePath());
  }

  private static Set<Part> parts(String names) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    if (names == null) {
      parts.addAll(EnumSet.complementOf(EnumSet.of(Part.HOSTILE)));
    } else {
      for (String name : names.split(",")) {
        parts.add(part(name));
      }
    }
    return parts;
  }

  private static Part part(String name) {
    try {
      return Part.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("there is no part " + name, e);
    }
  }

  private static int number(Map<String, String> given, String name, int otherwise) {
    int number = Integer.parseInt(given.getOrDefault(name, Integer.toString(otherwise)));
    if (number < 1) {
      throw new IllegalArgumentException("--" + name + " is at least 1");
    }
    return number;
  }
}
