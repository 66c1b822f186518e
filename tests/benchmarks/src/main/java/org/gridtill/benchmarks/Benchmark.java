package org.gridtill.benchmarks;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gridtill.benchmarks.adapters.AdapterBenchmark;
import org.gridtill.tests.crash.BillingProcess;

/**
 * Measures the platform; {@link Options} says what of it, or with {@code --adapters} {@link
 * AdapterBenchmark}.
 */
public final class Benchmark {

  private static final String ADAPTERS = "--adapters";
  private static final String HOSTILE = "--hostile";

  private Benchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws Exception {
    Callable<Boolean> run;
    try {
      run = parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(Options.HELP + AdapterBenchmark.HELP);
      System.exit(2);
      return;
    }
    // Derby and the HTTP client leave threads behind.
    System.exit(run.call() ? 0 : 1);
  }

  private static Callable<Boolean> parse(String[] arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    if (words.remove(HOSTILE)) {
      words.addAll(List.of("--part", "hostile"));
      return AdapterBenchmark.of(words)::run;
    }
    if (words.remove(ADAPTERS)) {
      return AdapterBenchmark.of(words)::run;
    }
    Options options = Options.parse(arguments);
    return () -> run(options);
  }

  private static boolean run(Options options) throws Exception {
    // Liquibase tells each step.
    Logger.getLogger("").setLevel(Level.WARNING);
    System.setProperty("derby.stream.error.file", options.work().resolve("derby.log").toString());
    LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    System.out.println(options);
    return switch (options.mode()) {
      case PAYMENTS, MIX -> {
        try (BillingProcess billing = billing(options, 2)) {
          yield new FloorRun(options, billing, day).run();
        }
      }
      case GROWTH -> new GrowthRun(options, day).run();
      case CREDIT -> new CreditRun(options).run();
    };
  }

  /**
   * Starts a billing system that knows nothing yet.
   *
   * @param sides how many sides there are, see {@link Customers}
   */
  static BillingProcess billing(Options options, int sides) throws Exception {
    Path log = options.work().resolve("sg186.log");
    return BillingProcess.start(Platform.PORTS.billing(), sides * Customers.SIDE, log);
  }
}
