package org.gridtill.benchmarks.adapters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.pos.TestKeys;
import org.gridtill.simulator.sg186.ControlClient;
import org.gridtill.tests.crash.BillingProcess;
import org.gridtill.tests.crash.PlatformPorts;
import org.gridtill.tests.crash.PlatformProcess;
import org.gridtill.tests.crash.Poll;

/**
 * The distribution and the simulated billing system, each in a process of its own, on ports that
 * are free. Trust is on: jars are listed by their digests, as operations do it with what nobody
 * signs. For use by one thread.
 */
final class Site implements AutoCloseable {

  static final String HOST = "127.0.0.1";

  private static final Duration START = Duration.ofSeconds(480);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int CONSUMERS = 100_000;
  private static final int AGENCIES = 10;
  private static final int SPARE_CONNECTIONS = 100;
  private static final int THREADS = 8;

  private final Path home;
  private final Path jars;
  private final PlatformPorts ports;
  private final BillingProcess billing;
  private final PlatformProcess process;
  private final int perAgency;

  private Site(
      Path work,
      int terminals,
      PlatformPorts ports,
      BillingProcess billing,
      PlatformProcess process)
      throws IOException {
    home = work.resolve("platform");
    jars = Files.createDirectories(home.resolve("data/bench"));
    this.ports = ports;
    this.billing = billing;
    this.process = process;
    perAgency = (terminals + AGENCIES - 1) / AGENCIES;
    process.append(
        "org.gridtill.simulator.fleet.cfg",
        "agencyCount = " + AGENCIES,
        "terminalsPerAgency = " + perAgency,
        "creditLimit = 1000000000.00",
        "bindings = false");
    // What guards cost is measured with the payments; here all terminals sell at once.
    process.set("org.gridtill.guards.cfg", "pos", "");
    process.set("org.gridtill.vault.cfg", "testKeys", true);
    process.set(
        "org.gridtill.gateway.endpoint-pos.cfg", "maxConnections", terminals + SPARE_CONNECTIONS);
    Files.createDirectories(home.resolve("etc/trust"));
  }

  /**
   * Unpacks the distribution and starts the billing system; the platform does not run yet.
   *
   * @param terminals how many terminals there are in the end, all of which may connect at once
   */
  static Site unpack(AdapterOptions options, int terminals) throws Exception {
    PlatformPorts ports =
        new PlatformPorts(FreePorts.next(), FreePorts.next(), FreePorts.next(), FreePorts.next());
    Path work = options.work();
    PlatformProcess process =
        PlatformProcess.unpack(options.distribution(), work.resolve("platform"), ports);
    BillingProcess billing =
        BillingProcess.start(ports.billing(), CONSUMERS, work.resolve("sg186.log"));
    try {
      return new Site(work, terminals, ports, billing, process);
    } catch (IOException | RuntimeException e) {
      billing.close();
      throw e;
    }
  }

  /** Returns the unpacked distribution. */
  Path home() {
    return home;
  }

  int posPort() {
    return ports.pos();
  }

  /** Returns a file for a jar, on the disk that {@code deploy/} is on. */
  Path jar(String name) {
    return jars.resolve(name + ".jar");
  }

  /** Lets a jar in; only before the platform starts. */
  void trust(Path jar) throws IOException {
    String digest = HexFormat.of().formatHex(Digests.sha256(Files.readAllBytes(jar)));
    process.append("trust/bundles.sha256", digest + "  " + jar.getFileName());
  }

  /** Adds an endpoint, whether the platform runs or not; it listens once its adapter is there. */
  void endpoint(String name, int port) throws IOException {
    Path made = home.resolve("data/bench/" + name + ".cfg");
    Files.write(made, List.of("name = " + name, "adapter = " + name, "port = " + port));
    move(made, home.resolve("etc/org.gridtill.gateway.endpoint-" + name + ".cfg"));
  }

  /** Puts a jar into {@code deploy/}, in the place of what had that name; returns when. */
  long deploy(Path jar, String name) throws IOException {
    // Jars of one length that were made together would look unchanged.
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
    long now = System.nanoTime();
    move(jar, home.resolve("deploy/" + name + ".jar"));
    return now;
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Starts the platform, and waits until the last of the terminals can sign on. */
  void start(int terminals) throws Exception {
    process.start();
    try (PosTerminal last = terminal(terminals - 1)) {
      Poll.until("the last terminal's sign-on", START, () -> last.signOn().done());
    }
  }

  /** Returns a terminal, counted from 0, which has not connected yet. */
  PosTerminal terminal(int index) {
    return terminal(String.format("T%07d", index + 1), index / perAgency + 1, ports.pos());
  }

  private static PosTerminal terminal(String code, int agency, int port) {
    return PosTerminal.of(code, agencyCode(agency))
        .at(HOST, port)
        .timeouts(CONNECT, ANSWER)
        .build();
  }

  /** Returns the code of an agency, counted from 1. */
  static String agencyCode(int agency) {
    return String.format("A%03d", agency);
  }

  /** Registers terminals of the first agency, with keys, for an adapter; they are POS terminals. */
  List<PosTerminal> register(String prefix, int count, String adapter, int port) throws Exception {
    StringBuilder commands = new StringBuilder();
    List<PosTerminal> terminals = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String code = prefix + i;
      HexFormat hex = HexFormat.of();
      commands
          .append("gridtill:terminal-add --agency A001 --adapter " + adapter + ' ' + code + "; ")
          .append("gridtill:terminal-key --component1 ")
          .append(hex.formatHex(TestKeys.component(code, 1)))
          .append(" --component2 ")
          .append(hex.formatHex(TestKeys.component(code, 2)))
          .append(' ' + code + "; ");
      terminals.add(terminal(code, 1, port));
    }
    shell(commands.toString());
    return terminals;
  }

  /** Signs terminals on, a few at a time. */
  List<PosTerminal> signOn(int from, int count) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<PosTerminal>> signedOn = new ArrayList<>();
      for (int i = from; i < from + count; i++) {
        PosTerminal terminal = terminal(i);
        signedOn.add(
            threads.submit(
                () -> {
                  if (!terminal.signOn().done()) {
                    throw new IOException("no sign-on of " + terminal.terminalCode());
                  }
                  return terminal;
                }));
      }
      List<PosTerminal> terminals = new ArrayList<>();
      for (Future<PosTerminal> terminal : signedOn) {
        terminals.add(terminal.get());
      }
      return terminals;
    } finally {
      threads.shutdownNow();
    }
  }

  ControlClient billing() {
    return billing.control();
  }

  /** Runs a command in the platform's shell. */
  String shell(String command) throws IOException, InterruptedException {
    return process.shell(command);
  }

  Jvm jvm() {
    return new Jvm(process.javaProcess().pid());
  }

  @Override
  public void close() {
    process.close();
    billing.close();
  }
}
