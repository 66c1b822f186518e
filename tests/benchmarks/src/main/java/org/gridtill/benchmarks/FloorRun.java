package org.gridtill.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.tests.crash.BillingProcess;

/**
 * Measures how much the platform does in a second, and, in the same run, how much the same writes
 * and calls allow without a platform. The ratio is what counts: it depends less on the machine.
 */
final class FloorRun {

  private static final int PLATFORM = 0;
  private static final int FLOOR = 1;

  /** More than either can pay in a second. */
  private static final int BILLS_A_SECOND = 1_000;

  /** Above all that the platform gives out. */
  private static final long FIRST_FLOOR_SERIAL = 900_000_000_000L;

  private static final int FIRST_TRACE_NO = 1;

  private final Options options;
  private final BillingProcess billing;
  private final LocalDate day;
  private final Failures failures = new Failures();

  FloorRun(Options options, BillingProcess billing, LocalDate day) {
    this.options = options;
    this.billing = billing;
    this.day = day;
  }

  /** Returns whether nothing was refused. */
  boolean run() throws Exception {
    Result platform = platform();
    Result floor = floor();
    System.out.printf("floor, %d threads%n%s", options.threads(), floor.table());
    System.out.printf("ratio: %.2f%n", platform.rate() / floor.rate());
    return failures.total() == 0;
  }

  private Result platform() throws Exception {
    Customers customers = customers(PLATFORM);
    Deck deck = deck();
    boolean cards = options.mode() == Options.Mode.MIX;
    try (Platform platform = Platform.unpack(options)) {
      List<PosTerminal> terminals =
          platform.start(
              FIRST_TRACE_NO,
              (terminal, index) -> {
                // Every other terminal's neighborhood has somebody with a card.
                if (cards && index % 2 == 0) {
                  openAccount(customers, terminal);
                }
              });
      List<Till> tills =
          terminals.stream().map(t -> new Till(t, deck, customers, failures)).toList();
      Result result = platform.measure(tills);
      System.out.printf("platform, %d terminals%n%s", terminals.size(), result.table());
      System.out.println("platform: " + platform.usage());
      System.out.println("platform: " + failures);
      Books books = Books.check(platform, billing.control(), Books.EMPTY, new Books.Kept(0, 0));
      System.out.println("platform: books are sound, " + books);
      return result;
    }
  }

  private static void openAccount(Customers customers, PosTerminal terminal) throws Exception {
    CardCustomer customer = new CardCustomer(customers.newCardMeter());
    String failure = customer.open(terminal);
    if (failure != null) {
      throw new IllegalStateException("a card account is not opened: " + failure);
    }
    customers.giveBack(customer);
  }

  private Result floor() throws Exception {
    Path database = options.work().resolve("floor-" + Instant.now().toEpochMilli());
    Database.create(database, options.agencies());
    Books.Kept earlier = Books.Kept.of(billing.control());
    SoapFloor soap =
        new SoapFloor(URI.create("http://127.0.0.1:" + Platform.PORTS.billing() + "/sg186"), day);
    Customers customers = customers(FLOOR);
    Deck deck = deck();
    AtomicLong serials = new AtomicLong(FIRST_FLOOR_SERIAL);
    List<FloorTill> tills = new ArrayList<>();
    for (int i = 0; i < options.threads(); i++) {
      String agency = String.format("A%03d", i % options.agencies() + 1);
      FloorRows rows = new FloorRows(database, agency, day);
      tills.add(new FloorTill(rows, soap, deck, customers, serials));
    }
    Result result = new Load(options).run(tills, () -> {}, () -> {});
    Books.checkFloor(database, billing.control(), earlier);
    System.out.println("floor: books are sound");
    return result;
  }

  private Deck deck() {
    return options.mode() == Options.Mode.MIX ? Deck.mix() : Deck.payments();
  }

  private Customers customers(int side) {
    int bills = BILLS_A_SECOND * (options.warmUpSeconds() + options.seconds());
    return new Customers(billing.control(), side, bills, day);
  }
}
