package org.gridtill.simulator.sg186;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridtill.simulator.sg186.utility.Population;

/** The command line. */
record Options(
    String host,
    int port,
    int controlPort,
    Population population,
    Optional<Path> state,
    int exchanges,
    boolean validate) {

  static final String HELP =
      """
      usage: java -jar sg186-simulator.jar [options]

        --port N           port of the SOAP service at /sg186; default 18186
        --control-port N   port of the control interface at /control; default port + 1
        --host ADDRESS     address to listen on; default 127.0.0.1
        --consumers N      how many consumers; default 10000
        --latest-month M   last billed month, such as 2026-09; default the month before this one
        --state FILE       keep payments in this file; default in memory only
        --exchanges N      how many SOAP exchanges to remember; default 100
        --validate yes|no  check requests against the schema; default yes
      """;

  private static final Set<String> NAMES =
      Set.of(
          "port",
          "control-port",
          "host",
          "consumers",
          "latest-month",
          "state",
          "exchanges",
          "validate");

  /**
   * Reads the command line.
   *
   * @param thisMonth the month in which the simulator starts
   * @throws IllegalArgumentException if it is wrong
   */
  static Options parse(String[] arguments, YearMonth thisMonth) {
    Map<String, String> given = pairs(arguments);
    int port = number(given, "port", 18186);
    int controlPort = number(given, "control-port", port == 0 ? 0 : port + 1);
    YearMonth latest =
        given.containsKey("latest-month")
            ? YearMonth.parse(given.get("latest-month"))
            : thisMonth.minusMonths(1);
    return new Options(
        given.getOrDefault("host", "127.0.0.1"),
        port,
        controlPort,
        new Population(number(given, "consumers", 10_000), latest),
        Optional.ofNullable(given.get("state")).map(Path::of),
        number(given, "exchanges", 100),
        !given.getOrDefault("validate", "yes").equals("no"));
  }

  private static Map<String, String> pairs(String[] arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " needs a value");
      }
      given.put(name, arguments[i + 1]);
    }
    return given;
  }

  private static int number(Map<String, String> given, String name, int otherwise) {
    String text = given.get(name);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException("--" + name + " is no number: " + text);
    }
    return Integer.parseInt(text);
  }
}
