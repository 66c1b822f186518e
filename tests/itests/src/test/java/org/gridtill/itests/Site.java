package org.gridtill.itests;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.sg186.ControlClient;
import org.gridtill.simulator.sg186.ControlClient.Debtor;
import org.gridtill.simulator.sg186.TestConsumers;
import org.ops4j.pax.exam.Option;

/**
 * The distribution that a suite has started, and who in it has not been used by a test yet. All
 * groups of tests of the suite share it. For use by one thread.
 */
final class Site implements AutoCloseable {

  static final ControlClient BILLING = new ControlClient(Distribution.CONTROL);

  private static final Duration BOOT = Duration.ofMinutes(3);
  private static final int MOST_CONSUMERS = 3000;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final BigDecimal SMALL =
      Agent.LIMIT.divide(BigDecimal.valueOf(3), RoundingMode.DOWN);

  /** The last two digits of the last consumer who pays bills in whole and may prepay. */
  private static final int LAST_POST_PAID = 60;

  private static Site current;

  private final Distribution distribution;
  private final Books books;
  private final Deque<String> debtors = new ArrayDeque<>();
  private int agencies;
  private int cardMeters;
  private int remoteMeters;
  private int partial;

  private Site(Distribution distribution) {
    this.distribution = distribution;
    books = new Books(distribution);
  }

  /** Starts the distribution, with these changes, in the folder of that name. */
  static void start(String name, Option... changes) throws IOException {
    start(new Distribution.Setup(name, Distribution.HTTP_PORT, 2, true), changes);
  }

  /** Starts the distribution, with these changes. */
  static void start(Distribution.Setup setup, Option... changes) throws IOException {
    current = new Site(Distribution.start(setup, changes));
    Eventually.holds("the platform serves a bill query", BOOT, Site::serves);
    BILLING.debtors(1, MOST_CONSUMERS, today()).stream()
        .filter(debtor -> debtor.total().compareTo(SMALL) < 0)
        .map(Debtor::consumerNo)
        .filter(Site::isPostPaid)
        .forEach(current.debtors::add);
  }

  /** Returns the one that runs. */
  static Site current() {
    return current;
  }

  /** Stops the one that runs, if any. */
  static void stop() {
    if (current != null) {
      current.close();
      current = null;
    }
  }

  Distribution distribution() {
    return distribution;
  }

  Books books() {
    return books;
  }

  /** Returns an agent of whom no other test knows. */
  Agent agent() {
    agencies++;
    return new Agent(books, BILLING, agencies);
  }

  /** Returns a consumer who pays after use, and whose debt is far below an agency's limit. */
  String debtor() {
    return debtors.remove();
  }

  /** Returns a consumer whose card meter is not open. */
  String cardMeter() {
    return TestConsumers.cardMeter(cardMeters++);
  }

  /** Returns a consumer whose meter gets its credit over the air. */
  String remoteMeter() {
    return TestConsumers.remoteMeter(remoteMeters++);
  }

  /** Returns a consumer who may pay some of the bills, if there are any. */
  String partial() {
    return TestConsumers.partial(partial++);
  }

  /** Returns the utility's accounting day. */
  static LocalDate today() {
    return LocalDate.now(ZONE);
  }

  @Override
  public void close() {
    distribution.close();
  }

  private static boolean isPostPaid(String consumerNo) {
    int place = Integer.parseInt(consumerNo.substring(consumerNo.length() - 2));
    return place >= 1 && place <= LAST_POST_PAID;
  }

  private static boolean serves() throws IOException {
    String last = String.format(Locale.ROOT, "%03d", Distribution.AGENCIES);
    try (PosTerminal first = Agent.terminal("T0000" + last, "A" + last).build()) {
      return first.signOn().done()
          && first.query(BILLING.debtors(1, 1, today()).get(0).consumerNo()).done();
    }
  }
}
