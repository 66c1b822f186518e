package org.gridtill.tests.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.gridtill.simulator.sg186.ControlClient;
import org.gridtill.simulator.sg186.Main;

/** The simulated SG186 in a process of its own, which survives the platform. */
public final class BillingProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(30);

  private final Process process;
  private final ControlClient control;

  private BillingProcess(Process process, ControlClient control) {
    this.process = process;
    this.control = control;
  }

  /**
   * Starts it from the class path of the caller and waits until it answers.
   *
   * @param port where the service listens; the control interface has the next one
   * @param consumers how many consumers it has
   * @param log the file for what it prints
   * @throws IOException if it cannot be started, or a port is in use
   */
  public static BillingProcess start(int port, int consumers, Path log)
      throws IOException, InterruptedException, TimeoutException {
    PlatformPorts.requireFree(port, port + 1);
    Files.createDirectories(log.toAbsolutePath().getParent());
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", classPath()),
                Main.class.getName(),
                "--port",
                Integer.toString(port),
                "--consumers",
                Integer.toString(consumers),
                "--exchanges",
                "0")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    URI uri = URI.create("http://127.0.0.1:" + (port + 1) + "/control");
    BillingProcess billing = new BillingProcess(process, new ControlClient(uri));
    try {
      Poll.until("the SG186 simulator", START, billing::isReady);
    } catch (TimeoutException e) {
      billing.close();
      throw e;
    }
    return billing;
  }

  /** Returns what scripts it and reads what it did. */
  public ControlClient control() {
    return control;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private boolean isReady() {
    control.totals();
    return process.isAlive();
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }
}
