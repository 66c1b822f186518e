package org.gridtill.benchmarks;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gridtill.tests.crash.BillingProcess;

/** Measures the platform; {@link Options} says what of it. */
public final class Benchmark {

  private static final int CONSUMERS = 4 * Customers.SIDE;

  private Benchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws Exception {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(Options.HELP);
      System.exit(2);
      return;
    }
    // Derby and the HTTP client leave threads behind.
    System.exit(run(options) ? 0 : 1);
  }

  private static boolean run(Options options) throws Exception {
    // Liquibase tells each step.
    Logger.getLogger("").setLevel(Level.WARNING);
    System.setProperty("derby.stream.error.file", options.work().resolve("derby.log").toString());
    Path log = options.work().resolve("sg186.log");
    LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    System.out.println(options);
    try (BillingProcess billing = BillingProcess.start(Platform.PORTS.billing(), CONSUMERS, log)) {
      return options.mode() == Options.Mode.GROWTH
          ? new GrowthRun(options, billing, day).run()
          : new FloorRun(options, billing, day).run();
    }
  }
}
