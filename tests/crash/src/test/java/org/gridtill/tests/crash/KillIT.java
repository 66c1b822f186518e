package org.gridtill.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gridtill.simulator.sg186.TestConsumers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Kills the platform in the middle of its work, three times, while the billing system fails now and
 * then, and looks afterwards whether all parties tell the same story: the terminals, cards and
 * meters, the platform's journal and the billing system.
 */
class KillIT {

  private static final PlatformPorts PORTS = new PlatformPorts(28583, 28181, 28101, 28186);
  private static final int TILLS = 8;
  private static final int AGENCIES = 2;
  private static final int CONSUMERS_OF_A_TILL = 20_000;
  private static final int KILLS = 3;
  private static final Duration BOOT = Duration.ofSeconds(180);
  private static final Duration RESOLUTION = Duration.ofSeconds(60);
  private static final int CARD_CUSTOMERS_OF_A_TILL = 3;
  private static final int REMOTE_BUYERS_OF_A_TILL = 500;

  /** How meters answer over the air before the first kill, the second and the third. */
  private static final List<String> METERS = List.of("now", "later", "refuse");

  /** So that most kills meet payments that the billing system has done and not yet answered. */
  private static final Duration BILLING_DELAY = Duration.ofMillis(30);

  private static final int POST_PAID_IN_A_HUNDRED = 60;

  private final Path work = Path.of(System.getProperty("gridtill.work"));
  private final List<Till> tills = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(TILLS);
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
  private BillingProcess billing;
  private PlatformProcess platform;
  private Random random;

  @BeforeEach
  void prepare() throws Exception {
    long seed = Long.getLong("gridtill.seed", System.nanoTime());
    System.out.println("gridtill.seed=" + seed);
    random = new Random(seed);
    billing =
        BillingProcess.start(
            PORTS.billing(), TILLS * CONSUMERS_OF_A_TILL, work.resolve("sg186.log"));
    billing.control().delayAnswer("any", 0, BILLING_DELAY);
    Path archive = Path.of(System.getProperty("gridtill.distribution"));
    platform = PlatformProcess.unpack(archive, work.resolve("platform"), PORTS);
    platform.set("org.gridtill.transactions.cfg", "patienceSeconds", 5);
    platform.set("org.gridtill.transactions.cfg", "billingTimeoutSeconds", 4);
    platform.set("org.gridtill.transactions.cfg", "billingPauseSeconds", 1);
    platform.set("org.gridtill.transactions.cfg", "longestRetrySeconds", 5);
    platform.set("org.gridtill.adapter.sg186.cfg", "receiveTimeoutMillis", 2500);
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
  void everythingIsDoneOnceOrNeverWhenThePlatformIsKilled() throws Exception {
    start();
    Poll.until("all are bound", BOOT, () -> platform.hasBound(TILLS));
    for (Till till : tills) {
      till.openShift();
    }
    for (int kill = 0; kill < KILLS; kill++) {
      billing.control().answerMeters(METERS.get(kill));
      workAndKill(1000 + random.nextInt(3000));
      // The first questions after a death are lost too.
      billing.control().loseAfter("any", 3);
      start();
      resolve();
    }
    billing.control().answerMeters("take-pending");
    Poll.until("nothing is unsettled", RESOLUTION, this::isSettled);
    Audit audit = new Audit(billing.control(), tills);
    audit.checkBillingSystem();
    audit.checkCards();
    audit.checkJournal(platform);
  }

  private Till till(int index) {
    int agency = index / (TILLS / AGENCIES) + 1;
    int first = index * CONSUMERS_OF_A_TILL;
    List<String> billPayers =
        IntStream.range(0, CONSUMERS_OF_A_TILL)
            .filter(i -> i % 100 < POST_PAID_IN_A_HUNDRED)
            .mapToObj(i -> format("%010d", 100_000_001L + first + i))
            .toList();
    List<String> remoteBuyers =
        IntStream.range(0, REMOTE_BUYERS_OF_A_TILL)
            .mapToObj(i -> TestConsumers.remoteMeter(index * REMOTE_BUYERS_OF_A_TILL + i))
            .toList();
    Till till =
        new Till(
            format("T%07d", index + 1L),
            format("A%03d", agency),
            PORTS.pos(),
            new Till.Queue(billPayers, remoteBuyers),
            new Random(random.nextLong()));
    for (int i = 0; i < CARD_CUSTOMERS_OF_A_TILL; i++) {
      String consumer = TestConsumers.cardMeter(index * CARD_CUSTOMERS_OF_A_TILL + i);
      till.add(consumer, billing.control().meter(consumer, LocalDate.now()).meterNo());
    }
    return till;
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

  /** The clock runs from the first sale, so that a slow start does not spare the sales. */
  private void workAndKill(int millis) throws Exception {
    AtomicInteger completed = new AtomicInteger();
    List<Future<IOException>> ends =
        tills.stream().map(till -> threads.submit(() -> till.workUntilLost(completed))).toList();
    Poll.until("a sale or a failure", BOOT, () -> completed.get() > 0 || anyDone(ends));
    try (Faults faults = Faults.begin(billing.control(), new Random(random.nextLong()), timer)) {
      // Nobody may stop before the kill; if one does, its failure says why.
      timer.schedule(() -> {}, millis, TimeUnit.MILLISECONDS).get();
      for (Future<IOException> end : ends) {
        assertThat(end.isDone() ? end.get() : null).as("a till stopped by itself").isNull();
      }
      platform.kill();
      assertThat(faults.count()).as("what failed before the kill").isPositive();
    }
    for (Future<IOException> end : ends) {
      assertThat(end.get(30, TimeUnit.SECONDS)).isNotNull();
    }
    billing.control().delayAnswer("any", 0, BILLING_DELAY);
    System.out.printf(
        "killed %d ms after the first of %d sales; %d without an end%n",
        millis, completed.get(), tills.stream().mapToInt(till -> till.open().size()).sum());
  }

  private static boolean anyDone(List<Future<IOException>> ends) {
    return ends.stream().anyMatch(Future::isDone);
  }

  private void resolve() throws Exception {
    for (Till till : tills) {
      try {
        Poll.until("the end of each sale", RESOLUTION, till::resolve);
      } catch (TimeoutException e) {
        throw new AssertionError("open: " + till.open(), e);
      }
    }
  }

  private boolean isSettled() throws Exception {
    return platform.shell("gridtill:doubt-list").contains("nothing is in doubt");
  }
}
