package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.SocketException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosMessage;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.sg186.ControlClient;
import org.gridtill.simulator.sg186.ControlClient.Debtor;
import org.gridtill.simulator.sg186.ControlClient.Recorded;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.Test;
import org.ops4j.pax.exam.Option;

/**
 * Collects money through the started distribution: a POS terminal at one end, the simulated billing
 * system at the other. Each test has an agency, a terminal and consumers of its own, and after each
 * one the platform's books must say what the billing system says. There is a subclass for each
 * database.
 */
public abstract class CollectionIT {

  private static final Duration BOOT = Duration.ofMinutes(3);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final BigDecimal LIMIT = Agent.LIMIT;
  private static final BigDecimal ZERO = Agent.ZERO;
  private static final BigDecimal SMALL = LIMIT.divide(BigDecimal.valueOf(3), RoundingMode.DOWN);

  private static final ControlClient BILLING = new ControlClient(Distribution.CONTROL);

  private static final Deque<String> SMALL_DEBTORS = new ArrayDeque<>();
  private static Distribution distribution;
  private static Books books;
  private static int agencies;

  private Agent agent;
  private String agency;
  private PosTerminal terminal;

  /** Starts the distribution, with these changes, in the folder of that name. */
  static void start(String name, Option... changes) throws IOException {
    agencies = 0;
    SMALL_DEBTORS.clear();
    distribution =
        Distribution.start(
            new Distribution.Setup(name, Distribution.HTTP_PORT, 2, true), changes);
    books = new Books(distribution);
    Eventually.holds("the platform serves a bill query", BOOT, CollectionIT::serves);
    List<Debtor> debtors = BILLING.debtors(1, 1000, LocalDate.now(ZONE));
    debtors.stream()
        .filter(debtor -> debtor.total().compareTo(SMALL) < 0)
        .map(Debtor::consumerNo)
        .forEach(SMALL_DEBTORS::add);
  }

  @AfterClass
  public static void stop() {
    if (distribution != null) {
      distribution.close();
      distribution = null;
    }
  }

  @Before
  public void signOn() throws IOException {
    BILLING.clearFaults();
    agencies++;
    agent = new Agent(books, BILLING, agencies);
    agency = agent.code();
    terminal = agent.terminal();
    assertThat(terminal.signOn().code()).isEqualTo("00");
  }

  @After
  public void booksAgreeWithBillingSystem() throws IOException, InterruptedException {
    agent.close();
    BILLING.clearFaults();
    agent.checkBooks();
  }

  @Test
  public void paysABillFromEndToEnd() throws IOException {
    String consumer = debtor();
    PosAnswer bills = terminal.query(consumer);
    assertThat(bills.code()).isEqualTo("00");
    assertThat(bills.amountFen()).isPositive();

    PosAnswer paid = terminal.pay(consumer, bills.amountFen());

    assertThat(paid.code()).isEqualTo("00");
    assertThat(paid.authentic()).isTrue();
    assertThat(paid.receiptNo()).isNotEmpty();
    assertThat(recorded())
        .singleElement()
        .satisfies(
            payment -> {
              assertThat(payment.consumerNo()).isEqualTo(consumer);
              assertThat(payment.amount()).isEqualTo(yuan(bills.amountFen()));
              assertThat(payment.terminalId()).isEqualTo(terminal.terminalCode());
              assertThat(payment.state()).isEqualTo("DONE");
            });
    assertThat(terminal.query(consumer).amountFen()).isZero();
  }

  @Test
  public void aRepeatedPaymentIsPaidOnce() throws IOException {
    PosMessage payment = payment(debtor());
    PosAnswer first = terminal.exchange(payment);
    PosAnswer second = terminal.exchange(payment);

    assertThat(first.code()).isEqualTo("00");
    assertThat(second.code()).isEqualTo("00");
    assertThat(second.receiptNo()).isNotEmpty().isEqualTo(first.receiptNo());
    assertThat(second.serialNo()).isEqualTo(first.serialNo());
    assertThat(recorded()).hasSize(1);
  }

  @Test
  public void aKeyThatComesAgainWithAnotherAmountIsRefused() throws IOException {
    PosMessage payment = payment(debtor());
    assertThat(terminal.exchange(payment).code()).isEqualTo("00");
    long fen = Long.parseLong(payment.text(4));
    payment.set(4, String.format(Locale.ROOT, "%012d", fen + 1));

    assertThat(terminal.exchange(payment).code()).isEqualTo("94");
    assertThat(recorded()).hasSize(1);
  }

  @Test
  public void aPaymentIsReversed() throws IOException {
    String consumer = debtor();
    PosMessage payment = payment(consumer);
    assertThat(terminal.exchange(payment).code()).isEqualTo("00");

    assertThat(terminal.reverse(payment).code()).isEqualTo("00");

    assertThat(terminal.queryTransaction(payment).code()).isEqualTo("17");
    assertThat(terminal.query(consumer).amountFen()).isEqualTo(Long.parseLong(payment.text(4)));
    assertThat(recorded()).extracting(Recorded::state).contains("REVERSED");
    assertThat(settled()).isEqualTo(ZERO);
  }

  @Test
  public void nothingIsChargedWhileTheBillingSystemIsDown()
      throws IOException, InterruptedException {
    String consumer = debtor();
    PosMessage payment = payment(consumer);
    Books.CreditState before = books.credit(agency);
    BILLING.down(Duration.ZERO);

    // The simulator shares its port with others here, so that being down looks like a lost answer.
    assertThat(terminal.exchange(payment).code()).isIn("91", "09");
    BILLING.clearFaults();

    Eventually.holds(
        "the payment is known not to have happened",
        PATIENCE,
        () -> terminal.queryTransaction(payment).code().equals("05"));
    assertThat(books.credit(agency)).isEqualTo(before);
    assertThat(recorded()).noneMatch(r -> r.state().equals("DONE"));
    assertThat(terminal.exchange(payment(consumer)).code()).isEqualTo("00");
    assertThat(recorded()).filteredOn(r -> r.state().equals("DONE")).hasSize(1);
  }

  @Test
  public void aLostAnswerLeavesDoubtThatEndsWithThePayment() throws IOException {
    PosMessage payment = payment(debtor());
    BILLING.loseAfter("confirmPayment", 1);

    assertThat(terminal.exchange(payment).code()).isEqualTo("09");

    Eventually.holds(
        "the payment is known to be completed",
        PATIENCE,
        () -> terminal.queryTransaction(payment).code().equals("00"));
    assertThat(recorded()).singleElement().extracting(Recorded::state).isEqualTo("DONE");
    PosAnswer repeated = terminal.exchange(payment);
    assertThat(repeated.code()).isEqualTo("00");
    assertThat(repeated.receiptNo()).isNotEmpty();
    assertThat(recorded()).hasSize(1);
  }

  @Test
  public void exhaustedCreditEndsCollecting() throws IOException {
    int paid = 0;
    PosAnswer answer = terminal.exchange(payment(debtor()));
    while (answer.code().equals("00")) {
      paid++;
      answer = terminal.exchange(payment(debtor()));
    }

    assertThat(answer.code()).isEqualTo("61");
    assertThat(recorded()).hasSize(paid).hasSizeGreaterThan(1);
    assertThat(settled()).isLessThanOrEqualTo(LIMIT);
  }

  @Test
  public void aForgedMessageMovesNothing() throws IOException {
    PosMessage payment = payment(debtor());
    byte[] forged = terminal.frame(payment);
    forged[forged.length - 1] ^= 1;

    terminal.sendFrame(forged);
    PosMessage answer = PosMessage.parse(terminal.receiveFrame());

    assertThat(answer.text(39)).isEqualTo("A0");
    assertThat(recorded()).isEmpty();
    assertThat(terminal.queryTransaction(payment).code()).isEqualTo("25");
  }

  @Test
  public void anUnknownTerminalIsTurnedAway() throws IOException {
    try (PosTerminal stranger = terminal("T9999999", agency)) {
      assertThat(stranger.signOn().code()).isEqualTo("97");
    }
  }

  @Test
  public void aMalformedFrameHurtsOnlyItsOwnConnection() throws IOException {
    terminal.sendFrame(new byte[] {1, 2, 3, 4, 5, 6, 7});

    // The gateway may answer that it cannot understand this, or close; it must not go silent.
    try {
      assertThat(PosMessage.parse(terminal.receiveFrame()).text(39)).isEqualTo("30");
    } catch (EOFException | SocketException e) {
      terminal.drop();
    }
    assertThat(terminal.echo().code()).isEqualTo("00");
  }

  @Test
  public void anOversizedFrameClosesItsConnection() throws IOException {
    terminal.sendBytes(new byte[] {(byte) 0xFF, (byte) 0xFF, 1, 2, 3});

    assertThatThrownBy(terminal::receiveFrame)
        .isInstanceOfAny(EOFException.class, SocketException.class);
    assertThat(terminal.echo().code()).isEqualTo("00");
  }

  private static boolean serves() throws IOException {
    String last = String.format(Locale.ROOT, "%03d", Distribution.AGENCIES);
    try (PosTerminal first = terminal("T0000" + last, "A" + last)) {
      return first.signOn().done()
          && first.query(BILLING.debtors(1, 1, LocalDate.now(ZONE)).get(0).consumerNo()).done();
    }
  }

  private static PosTerminal terminal(String code, String agencyCode) {
    return Agent.terminal(code, agencyCode).build();
  }

  /** Returns a consumer that no other test pays for, and whose debt is far below the limit. */
  private static String debtor() {
    return SMALL_DEBTORS.remove();
  }

  private PosMessage payment(String consumer) throws IOException {
    return agent.payment(consumer);
  }

  private List<Recorded> recorded() {
    return agent.recorded();
  }

  private BigDecimal settled() {
    return agent.settled();
  }

  private static BigDecimal yuan(long fen) {
    return BigDecimal.valueOf(fen, 2);
  }
}
