package org.gridtill.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridtill.simulator.sg186.ControlClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Kills the platform in the middle of payments, three times, and looks afterwards whether all three
 * parties tell the same story: the terminals, the platform's journal and the billing system.
 */
class KillIT {

  private static final PlatformPorts PORTS = new PlatformPorts(28583, 28181, 28101, 28186);
  private static final int TILLS = 8;
  private static final int AGENCIES = 2;
  private static final int CONSUMERS_OF_A_TILL = 20_000;
  private static final int KILLS = 3;
  private static final Duration BOOT = Duration.ofSeconds(180);
  private static final Duration RESOLUTION = Duration.ofSeconds(60);

  /** So that most kills meet payments that the billing system has done and not yet answered. */
  private static final Duration BILLING_DELAY = Duration.ofMillis(30);

  private final Path work = Path.of(System.getProperty("gridtill.work"));
  private final List<Till> tills = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(TILLS);
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
  private BillingProcess billing;
  private PlatformProcess platform;

  @BeforeEach
  void prepare() throws Exception {
    billing =
        BillingProcess.start(
            PORTS.billing(), TILLS * CONSUMERS_OF_A_TILL, work.resolve("sg186.log"));
    billing.control().delayAnswer("confirmPayment", 0, BILLING_DELAY);
    Path archive = Path.of(System.getProperty("gridtill.distribution"));
    platform = PlatformProcess.unpack(archive, work.resolve("platform"), PORTS);
    platform.replace("org.gridtill.transactions.cfg", "patienceSeconds", 5);
    platform.append(
        "org.gridtill.simulator.fleet.cfg",
        "agencyCount = " + AGENCIES,
        "terminalsPerAgency = " + TILLS / AGENCIES,
        "creditLimit = 1000000000.00");
    for (int i = 0; i < TILLS; i++) {
      tills.add(till(i));
    }
  }

  @AfterEach
  void stop() throws Exception {
    threads.shutdownNow();
    timer.shutdownNow();
    for (Till till : tills) {
      till.close();
    }
    if (platform != null) {
      platform.close();
    }
    if (billing != null) {
      billing.close();
    }
  }

  @Test
  void everyPaymentIsMadeOnceOrNeverWhenThePlatformIsKilled() throws Exception {
    long seed = Long.getLong("gridtill.seed", System.nanoTime());
    System.out.println("gridtill.seed=" + seed);
    Random random = new Random(seed);
    start();
    for (int kill = 1; kill <= KILLS; kill++) {
      payAndKill(200 + random.nextInt(2000));
      start();
      resolve();
    }
    checkBillingSystem();
    checkJournal();
  }

  private static Till till(int index) {
    int agency = index / (TILLS / AGENCIES) + 1;
    List<String> consumers =
        IntStream.rangeClosed(1, CONSUMERS_OF_A_TILL)
            .mapToObj(i -> format("%010d", 100_000_000L + index * CONSUMERS_OF_A_TILL + i))
            .toList();
    return new Till(format("T%07d", index + 1L), format("A%03d", agency), PORTS.pos(), consumers);
  }

  private static String format(String pattern, long number) {
    return String.format(Locale.ROOT, pattern, number);
  }

  private void start() throws Exception {
    platform.start();
    for (Till till : tills) {
      Poll.until("a terminal is served", BOOT, till::isServed);
    }
  }

  /** The clock runs from the first payment, so that a slow start does not spare the payments. */
  private void payAndKill(int millis) throws Exception {
    AtomicInteger completed = new AtomicInteger();
    List<Future<IOException>> ends =
        tills.stream().map(till -> threads.submit(() -> till.payUntilLost(completed))).toList();
    Poll.until("a payment or a failure", BOOT, () -> completed.get() > 0 || anyDone(ends));
    // Nobody may stop before the kill; if one does, its failure says why.
    timer.schedule(() -> {}, millis, TimeUnit.MILLISECONDS).get();
    for (Future<IOException> end : ends) {
      assertThat(end.isDone() ? end.get() : null).as("a till stopped by itself").isNull();
    }
    platform.kill();
    for (Future<IOException> end : ends) {
      assertThat(end.get(30, TimeUnit.SECONDS)).isNotNull();
    }
    System.out.printf(
        "killed %d ms after the first of %d payments; %d without an answer%n",
        millis, completed.get(), tills.stream().mapToLong(Till::open).sum());
  }

  private static boolean anyDone(List<Future<IOException>> ends) {
    return ends.stream().anyMatch(Future::isDone);
  }

  private void resolve() throws Exception {
    for (Till till : tills) {
      Poll.until("the outcome of each payment", RESOLUTION, till::resolve);
    }
  }

  private void checkBillingSystem() {
    List<ControlClient.Recorded> recorded = billing.control().payments();
    assertThat(recorded).extracting(ControlClient.Recorded::serialNo).doesNotHaveDuplicates();
    Map<String, ControlClient.Recorded> settled =
        recorded.stream()
            .filter(r -> r.state().equals("DONE"))
            .collect(Collectors.toMap(ControlClient.Recorded::serialNo, Function.identity()));
    assertThat(settled.values())
        .extracting(ControlClient.Recorded::consumerNo)
        .as("who was charged")
        .doesNotHaveDuplicates();
    List<Payment> paid =
        tills.stream().flatMap(till -> till.payments().stream()).filter(Payment::isPaid).toList();
    assertThat(paid)
        .extracting(Payment::serialNo)
        .containsExactlyInAnyOrderElementsOf(settled.keySet());
    for (Payment payment : paid) {
      ControlClient.Recorded charge = settled.get(payment.serialNo());
      assertThat(charge.consumerNo()).isEqualTo(payment.consumer());
      assertThat(charge.amount()).isEqualByComparingTo(BigDecimal.valueOf(payment.fen(), 2));
    }
    System.out.println("payments made once: " + paid.size());
  }

  private void checkJournal() throws Exception {
    ControlClient.Totals totals = billing.control().totals();
    String balance = platform.shell("gridtill:trial-balance");
    System.out.println(balance);
    assertThat(balance).contains("balanced (" + totals.settled() + " journal entries)");
    assertThat(balance).doesNotContain("NOT BALANCED");
    assertThat(turnover(balance)).isEqualByComparingTo(totals.settledAmount());
    assertThat(platform.shell("gridtill:transaction-list --unsettled")).contains("no transactions");
  }

  /** Returns the sum of all debits: what the agencies owe for what they collected. */
  private static BigDecimal turnover(String balance) {
    String total =
        balance.lines().filter(line -> line.startsWith("Total")).findFirst().orElseThrow();
    return new BigDecimal(total.split("[│|]")[1].strip());
  }
}
