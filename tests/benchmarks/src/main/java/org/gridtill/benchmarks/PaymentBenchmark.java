package org.gridtill.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.sg186.ControlClient.Debtor;
import org.gridtill.tests.crash.BillingProcess;
import org.gridtill.tests.crash.PlatformPorts;
import org.gridtill.tests.crash.PlatformProcess;
import org.gridtill.tests.crash.Poll;

/**
 * Measures how many payments a second the platform makes, and, in the same run, how many the same
 * writes and calls allow without a platform. The ratio is what counts: it depends less on the
 * machine.
 */
public final class PaymentBenchmark {

  private static final PlatformPorts PORTS = new PlatformPorts(28683, 28281, 28201, 28286);
  private static final int CONSUMERS = 2_000_000;
  private static final int DEBTORS = 30_000;
  private static final int SECOND_HALF = CONSUMERS / 2;

  /** Above all that the platform gives out. */
  private static final long FIRST_FLOOR_SERIAL = 900_000_000_000L;

  private final Options options;
  private final LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  private PaymentBenchmark(Options options) {
    this.options = options;
  }

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
    new PaymentBenchmark(options).run();
    // Derby and the HTTP client leave threads behind.
    System.exit(0);
  }

  private void run() throws Exception {
    // Liquibase tells each step.
    Logger.getLogger("").setLevel(Level.WARNING);
    Path log = options.work().resolve("sg186.log");
    try (BillingProcess billing = BillingProcess.start(PORTS.billing(), CONSUMERS, log)) {
      System.out.println(options);
      Load.Result platform = platform(billing);
      System.out.println("platform:  " + platform);
      Load.Result floor = floor(billing);
      System.out.println("floor:     " + floor);
      System.out.printf("ratio:     %.2f%n", platform.rate() / floor.rate());
    }
  }

  private Load.Result platform(BillingProcess billing) throws Exception {
    Path home = options.work().resolve("platform");
    try (PlatformProcess platform = PlatformProcess.unpack(options.distribution(), home, PORTS)) {
      platform.append(
          "org.gridtill.simulator.fleet.cfg",
          "agencyCount = " + options.agencies(),
          "terminalsPerAgency = " + options.terminals() / options.agencies(),
          "creditLimit = 1000000000.00");
      platform.start();
      Debts debts = new Debts(billing.control(), 1, DEBTORS, day);
      List<Callable<Void>> payers = new ArrayList<>();
      for (int i = 0; i < options.terminals(); i++) {
        payers.add(payer(i, debts));
      }
      AtomicReference<Duration> before = new AtomicReference<>();
      Load.Result result = new Load(options).run(payers, () -> before.set(cpu(platform)));
      report(platform, cpu(platform).minus(before.get()));
      return result;
    }
  }

  private Callable<Void> payer(int index, Debts debts) throws Exception {
    PosTerminal terminal =
        PosTerminal.of(String.format("T%07d", index + 1), options.agencyOf(index))
            .at("127.0.0.1", PORTS.pos())
            .build();
    Poll.until("a sign-on", Duration.ofSeconds(90), () -> terminal.signOn().done());
    return () -> {
      Debtor debtor = debts.next();
      PosAnswer answer = terminal.pay(debtor.consumerNo(), fen(debtor));
      if (!answer.done()) {
        throw new IOException("a payment was answered " + answer.code() + " " + answer.text());
      }
      return null;
    };
  }

  private Load.Result floor(BillingProcess billing) throws Exception {
    Path database = options.work().resolve("floor-" + Instant.now().toEpochMilli());
    JdbcFloor.create(database, options.agencies());
    SoapFloor soap =
        new SoapFloor(URI.create("http://127.0.0.1:" + PORTS.billing() + "/sg186"), day);
    Debts debts = new Debts(billing.control(), SECOND_HALF, DEBTORS, day);
    AtomicLong serials = new AtomicLong(FIRST_FLOOR_SERIAL);
    List<Callable<Void>> payers = new ArrayList<>();
    for (int i = 0; i < options.threads(); i++) {
      String agency = String.format("A%03d", i % options.agencies() + 1);
      JdbcFloor rows = new JdbcFloor(database, agency, day);
      payers.add(() -> payBare(rows, soap, serials.getAndIncrement(), debts.next()));
    }
    return new Load(options).run(payers, () -> {});
  }

  private static Void payBare(JdbcFloor rows, SoapFloor soap, long serial, Debtor debtor)
      throws Exception {
    rows.authorise(serial, debtor.consumerNo(), fen(debtor));
    soap.pay(serial, debtor);
    rows.complete(serial, fen(debtor));
    return null;
  }

  private void report(PlatformProcess platform, Duration cpu) throws IOException {
    System.out.printf("platform:  %.2f CPUs%n", cpu.toMillis() / 1000.0 / options.seconds());
    Path status = Path.of("/proc", Long.toString(platform.javaProcess().pid()), "status");
    if (Files.exists(status)) {
      Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS"))
          .forEach(line -> System.out.println("platform:  " + line));
    }
  }

  private static Duration cpu(PlatformProcess platform) {
    return platform.javaProcess().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static long fen(Debtor debtor) {
    return debtor.total().movePointRight(2).longValueExact();
  }
}
