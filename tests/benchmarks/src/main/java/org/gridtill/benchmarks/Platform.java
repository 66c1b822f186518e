package org.gridtill.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.pos.TestIdentity;
import org.gridtill.tests.crash.PlatformPorts;
import org.gridtill.tests.crash.PlatformProcess;
import org.gridtill.tests.crash.Poll;

/** The distribution in a process of its own, with its fleet. For use by one thread. */
final class Platform implements AutoCloseable {

  static final PlatformPorts PORTS = new PlatformPorts(28683, 28281, 28201, 28286);

  private static final Duration START = Duration.ofSeconds(180);
  private static final int SIGN_ON_THREADS = 8;

  private final Options options;
  private final Path home;
  private final PlatformProcess process;
  private Duration cpu = Duration.ZERO;

  private Platform(Options options, Path home, PlatformProcess process) {
    this.options = options;
    this.home = home;
    this.process = process;
  }

  /** Unpacks it; it does not run yet. */
  static Platform unpack(Options options) throws IOException, InterruptedException {
    Path home = options.work().resolve("platform");
    PlatformProcess process = PlatformProcess.unpack(options.distribution(), home, PORTS);
    process.append(
        "org.gridtill.simulator.fleet.cfg",
        "agencyCount = " + options.agencies(),
        "terminalsPerAgency = " + options.terminals() / options.agencies(),
        "creditLimit = 1000000000.00");
    return new Platform(options, home, process);
  }

  /** Returns where its database is. */
  Path database() {
    return home.resolve("data").resolve("derby").resolve("gridtill");
  }

  /** What is done at a terminal before anything is measured. */
  interface Preparation {
    void prepare(PosTerminal terminal, int index) throws Exception;
  }

  /**
   * Starts it, and signs all terminals on.
   *
   * @param firstTraceNo the terminals' first trace number
   * @param preparation what each terminal does first of all
   */
  List<PosTerminal> start(int firstTraceNo, Preparation preparation) throws Exception {
    process.start();
    Poll.until("bindings", START, () -> process.hasBound(options.terminals()));
    ExecutorService threads = Executors.newFixedThreadPool(SIGN_ON_THREADS);
    try {
      List<Future<PosTerminal>> signedOn = new ArrayList<>();
      for (int i = 0; i < options.terminals(); i++) {
        signedOn.add(threads.submit(signOn(i, firstTraceNo, preparation)));
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

  private Callable<PosTerminal> signOn(int index, int firstTraceNo, Preparation preparation) {
    PosTerminal terminal =
        PosTerminal.of(String.format("T%07d", index + 1), options.agencyOf(index))
            .at("127.0.0.1", PORTS.pos())
            .firstTraceNo(firstTraceNo)
            .build();
    return () -> {
      Poll.until("a sign-on", START, () -> terminal.signOn().done());
      PosAnswer opened = terminal.openShift(TestIdentity.of(terminal.terminalCode()));
      if (!opened.done()) {
        throw new IOException("no shift: code " + opened.code() + ", " + opened.text());
      }
      preparation.prepare(terminal, index);
      return terminal;
    };
  }

  /** Runs a load on it, and keeps what processor time it took. */
  Result measure(List<? extends Load.Worker> workers) throws Exception {
    AtomicReference<Duration> before = new AtomicReference<>();
    AtomicReference<Duration> after = new AtomicReference<>();
    Result result =
        new Load(options).run(workers, () -> before.set(cpuNow()), () -> after.set(cpuNow()));
    cpu = after.get().minus(before.get());
    if (result.count() == 0) {
      throw new IllegalStateException("nothing was done in the measured time");
    }
    return result;
  }

  /** Returns the processor time that the last measurement took. */
  Duration cpu() {
    return cpu;
  }

  /** Returns what it takes of the machine. */
  String usage() throws IOException {
    return String.format(
        "%.2f processors, resident memory %s",
        cpu.toMillis() / 1000.0 / options.seconds(), memory());
  }

  /** Runs a command in its shell. */
  String shell(String command) throws IOException, InterruptedException {
    return process.shell(command);
  }

  @Override
  public void close() {
    process.close();
  }

  private Duration cpuNow() {
    return process.javaProcess().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private String memory() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.javaProcess().pid()), "status");
    if (!Files.exists(status)) {
      return "unknown";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .map(kib -> Long.parseLong(kib) / 1024 + " MiB")
        .findFirst()
        .orElse("unknown");
  }
}
