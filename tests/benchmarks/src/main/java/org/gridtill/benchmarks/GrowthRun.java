package org.gridtill.benchmarks;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.tests.crash.BillingProcess;

/**
 * Measures what a payment costs with more and more past transactions in the database. Each size has
 * a platform and a billing system of its own: a new platform begins again with the serial numbers
 * of the day, which a billing system takes once only.
 */
final class GrowthRun {

  private static final int BILLS_A_SECOND = 500;

  /** Above those of the past. */
  private static final int FIRST_TRACE_NO = 500_000;

  private final Options options;
  private final LocalDate day;
  private final Failures failures = new Failures();

  GrowthRun(Options options, LocalDate day) {
    this.options = options;
    this.day = day;
  }

  /** What payments cost at one size of the database. */
  private record Cost(double rate, double p50, double cpuMillis) {}

  /** Something was refused, so that the figures would mean nothing. */
  private static final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;
  }

  /** Returns whether nothing was refused; it ends as soon as something is. */
  boolean run() throws Exception {
    // For the filling only: the platform has its own process and its own settings.
    System.setProperty("derby.system.durability", "test");
    System.setProperty("derby.storage.pageCacheSize", "50000");
    History history = new History(options, day);
    Cost first = null;
    for (int size : options.sizes()) {
      Cost cost;
      try {
        cost = measure(history, size);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RefusedException) {
          System.out.printf("stopped with %,d past transactions: %s%n", size, failures);
          return false;
        }
        throw e;
      }
      first = first == null ? cost : first;
      System.out.printf(
          "%,11d past transactions: %6.1f/s  p50 %7.1f ms  processor %5.2f ms a payment;"
              + " to the first: processor %.2f, time %.2f%n",
          size,
          cost.rate,
          cost.p50,
          cost.cpuMillis,
          cost.cpuMillis / first.cpuMillis,
          first.rate / cost.rate);
    }
    System.out.println(failures);
    return true;
  }

  private Cost measure(History history, int size) throws Exception {
    int bills = BILLS_A_SECOND * (options.warmUpSeconds() + options.seconds());
    try (BillingProcess billing = Benchmark.billing(options, 1);
        Platform platform = Platform.unpack(options)) {
      Customers customers = new Customers(billing.control(), 0, bills, day);
      Books.Kept earlier = Books.Kept.of(billing.control());
      long start = System.nanoTime();
      Books before = history.make(platform.database(), size);
      long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
      System.out.printf("filled with %,d in %d s: %s%n", size, seconds, before);
      List<PosTerminal> terminals = platform.start(FIRST_TRACE_NO, (terminal, index) -> {});
      Deck deck = Deck.payments();
      Result result =
          platform.measure(
              terminals.stream().map(t -> strict(new Till(t, deck, customers, failures))).toList());
      System.out.println("platform: " + platform.usage());
      Books after = Books.check(platform, billing.control(), before, earlier);
      System.out.println("platform: books are sound, " + after);
      Samples payments = result.samples().get(Kind.BILL_PAYMENT);
      return new Cost(
          result.rate(),
          payments.percentile(50),
          platform.cpu().toNanos() / 1e6 / payments.count());
    }
  }

  private static Load.Worker strict(Till till) {
    return () -> {
      Kind kind = till.work();
      if (kind == null) {
        throw new RefusedException();
      }
      return kind;
    };
  }
}
