package org.gridtill.simulator.pos.demo;

import java.util.Map;
import java.util.TreeMap;

/**
 * The options of {@link DemoTerminal}.
 *
 * @param host where the platform listens
 * @param port where the platform listens
 * @param terminal the terminal's code
 * @param agency the terminal's agency
 * @param consumer whose bills to pay
 * @param cardConsumer whose card meter to sell credit for; empty for none
 */
record DemoOptions(
    String host, int port, String terminal, String agency, String consumer, String cardConsumer) {

  static final String USAGE =
      "usage: DemoTerminal --consumer 0100000001 [--host 127.0.0.1] [--port 8583]"
          + " [--terminal T0000001] [--agency A001] [--card-consumer 0100000002]";

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if it is wrong, saying how
   */
  static DemoOptions parse(String... args) {
    Map<String, String> given = new TreeMap<>();
    given.put("--host", "127.0.0.1");
    given.put("--port", "8583");
    given.put("--terminal", "T0000001");
    given.put("--agency", "A001");
    given.put("--consumer", "");
    given.put("--card-consumer", "");
    for (int i = 0; i < args.length; i += 2) {
      if (!given.containsKey(args[i]) || i + 1 == args.length) {
        throw new IllegalArgumentException("option unknown or without a value: " + args[i]);
      }
      given.put(args[i], args[i + 1]);
    }
    if (!given.get("--port").matches("[0-9]{1,5}")
        || Integer.parseInt(given.get("--port")) > 0xffff) {
      throw new IllegalArgumentException("--port is no port number");
    }
    if (!given.get("--terminal").matches("[TV][0-9]{7}")) {
      throw new IllegalArgumentException("--terminal is none of a simulated fleet");
    }
    if (given.get("--consumer").isEmpty()) {
      throw new IllegalArgumentException("--consumer is missing");
    }
    return new DemoOptions(
        given.get("--host"),
        Integer.parseInt(given.get("--port")),
        given.get("--terminal"),
        given.get("--agency"),
        given.get("--consumer"),
        given.get("--card-consumer"));
  }
}
