package org.gridtill.simulator.sg186;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.util.log.JavaUtilLog;

/** Runs the simulator as a process of its own, until it is killed. */
public final class Main {

  private Main() {}

  /** Starts the simulator. */
  public static void main(String[] arguments) throws InterruptedException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Options.HELP);
      return;
    }
    quiet();
    try {
      run(Options.parse(arguments, YearMonth.now()));
    } catch (IllegalArgumentException | DateTimeException e) {
      System.err.println(e.getMessage());
      System.err.print(Options.HELP);
      System.exit(2);
    } catch (IOException e) {
      System.err.println("The SG186 simulator cannot start: " + e.getMessage());
      System.exit(1);
    }
  }

  /**
   * Leaves the terminal to what the simulator itself has to say, unless the caller configured
   * logging.
   */
  private static void quiet() {
    if (System.getProperty("java.util.logging.config.file") == null) {
      Logger.getLogger("").setLevel(Level.WARNING);
    }
    System.setProperty("org.eclipse.jetty.util.log.class", JavaUtilLog.class.getName());
  }

  private static void run(Options options) throws IOException, InterruptedException {
    try (Simulator simulator =
            Simulator.open(options.population(), options.state(), options.exchanges());
        SimulatorServer server =
            new SimulatorServer(
                simulator,
                options.host(),
                options.port(),
                options.controlPort(),
                options.validate())) {
      System.out.println("SG186 simulator: " + server.serviceUrl());
      System.out.println("control:         " + server.controlUrl());
      Thread.currentThread().join();
    }
  }
}
