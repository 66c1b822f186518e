package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosMessage;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.sg186.ControlClient;
import org.gridtill.simulator.sg186.ControlClient.Debtor;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * What operations do to a running distribution, and what is done to it: simulators switched on, an
 * endpoint with TLS added, the billing system unreachable, the database away. Each test has an
 * agency of its own, whose books must agree with the billing system's in the end.
 */
public class OperationsIT {

  private static final Duration BOOT = Duration.ofMinutes(3);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int RELAY_PORT = FreePorts.next();

  /** Long enough for a command in the shell while a payment is with the billing system. */
  private static final int BILLING_SECONDS = 12;

  private static final String DATA_SOURCE = "etc/org.ops4j.datasource-gridtill.cfg";

  private static final ControlClient BILLING = new ControlClient(Distribution.CONTROL);
  private static final Relay LINK = new Relay(RELAY_PORT, Distribution.HTTP_PORT);
  private static final Deque<String> DEBTORS = new ArrayDeque<>();

  /** What the distribution did before the simulators were switched on. */
  private static final List<String> BEFORE = new ArrayList<>();

  private static Distribution distribution;
  private static Books books;
  private static int agencies;

  private Agent agent;
  private PosTerminal terminal;

  @BeforeClass
  public static void start() throws IOException, InterruptedException {
    LINK.open();
    distribution =
        Distribution.start(
            new Distribution.Setup("operations", RELAY_PORT, BILLING_SECONDS, false));
    books = new Books(distribution);
    Eventually.holds("the simulators' bundles run", BOOT, OperationsIT::simulatorsAreActive);
    Eventually.holds("the endpoint listens", BOOT, OperationsIT::answers);
    // They come with a bundle of their own, after that.
    Eventually.holds(
        "commands are there", BOOT, () -> !distribution.shell("gridtill:credit-list").isBlank());
    lookAround();
    distribution.switchSimulatorsOn();
    Eventually.holds("the platform serves", BOOT, () -> serves(Distribution.AGENCIES));
    BILLING.debtors(1, 200, LocalDate.now(ZONE)).stream()
        .filter(debtor -> debtor.total().compareTo(Agent.LIMIT) < 0)
        .map(Debtor::consumerNo)
        .forEach(DEBTORS::add);
  }

  @AfterClass
  public static void stop() throws IOException {
    if (distribution != null) {
      distribution.close();
    }
    LINK.close();
  }

  @Before
  public void signOn() throws IOException {
    agencies++;
    agent = new Agent(books, BILLING, agencies);
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
  public void simulatorsAreInertUntilTheyAreConfigured() {
    assertThat(BEFORE)
        .containsExactly(
            "control: 404", "service: 404", "sign-on: 97", "agencies: false", "terminals: false");
  }

  @Test
  public void paysOverTls() throws Exception {
    TlsEndpoint endpoint = TlsEndpoint.addTo(distribution);
    PosTerminal secure =
        Agent.terminal(terminal.terminalCode(), agent.code())
            .at(Distribution.HOST, TlsEndpoint.PORT)
            .sockets(endpoint.trustingSockets())
            .build();
    try (secure) {
      Eventually.holds("the endpoint listens", PATIENCE, () -> secure.signOn().done());
      String consumer = DEBTORS.remove();
      PosAnswer bills = secure.query(consumer);
      PosAnswer paid = secure.pay(consumer, bills.amountFen());

      assertThat(paid.code()).isEqualTo("00");
      assertThat(paid.authentic()).isTrue();
    }
    assertThat(agent.recorded()).singleElement().matches(payment -> payment.state().equals("DONE"));
    try (PosTerminal plain =
        Agent.terminal(terminal.terminalCode(), agent.code())
            .at(Distribution.HOST, TlsEndpoint.PORT)
            .timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2))
            .build()) {
      assertThatThrownBy(plain::signOn).as("without TLS").isInstanceOf(IOException.class);
    }
  }

  @Test
  public void nothingMovesWhileTheBillingSystemRefusesConnections() throws Exception {
    String consumer = DEBTORS.remove();
    PosMessage payment = agent.payment(consumer);
    LINK.close();
    try {
      assertThat(terminal.query(consumer).code()).isEqualTo("91");
      assertThat(terminal.exchange(payment).code()).isEqualTo("91");
      // Surely not sent, so there is nothing to find out: the credit is free at once.
      assertThat(books.credit(agent.code()).available()).isEqualTo(Agent.LIMIT);
      assertThat(agent.recorded()).isEmpty();
    } finally {
      LINK.open();
    }

    assertThat(terminal.exchange(agent.payment(consumer)).code()).isEqualTo("00");
    assertThat(agent.recorded()).hasSize(1);
  }

  @Test
  public void refusesWhileTheDatabaseIsTakenAwayAndGoesOnByItself() throws Exception {
    String consumer = DEBTORS.remove();
    PosMessage paid = agent.payment(consumer);
    assertThat(terminal.exchange(paid).code()).isEqualTo("00");
    PosMessage payment = agent.payment(DEBTORS.remove());
    Path configuration = distribution.path(DATA_SOURCE);
    byte[] kept = Files.readAllBytes(configuration);

    Files.delete(configuration);
    try {
      Eventually.holds("echoes are refused", PATIENCE, () -> code(terminal.echoRequest(), "96"));
      assertThat(terminal.exchange(payment).code()).isEqualTo("96");
    } finally {
      Files.write(configuration, kept);
    }

    Eventually.holds("the platform serves again", PATIENCE, () -> serves(Distribution.AGENCIES));
    assertThat(terminal.queryTransaction(paid).code()).as("paid before").isEqualTo("00");
    assertThat(terminal.exchange(payment).code())
        .as("refused before, and sent again")
        .isEqualTo("00");
    assertThat(agent.recorded()).hasSize(2);
  }

  @Test
  public void losesNothingWhenTheDatabaseDiesInTheMiddleOfAPayment() throws Exception {
    PosMessage payment = agent.payment(DEBTORS.remove());
    BILLING.delayAnswer("confirmPayment", 1, Duration.ofSeconds(BILLING_SECONDS - 2));
    terminal.sendFrame(terminal.frame(payment));
    Eventually.holds("the bill is paid", PATIENCE, () -> agent.recorded().size() == 1);
    Path database = distribution.path("data/derby/gridtill");
    // Without this file, Derby neither opens a database nor makes an empty one in its place.
    Path needed = database.resolve("service.properties");
    byte[] kept = Files.readAllBytes(needed);

    Files.delete(needed);
    try {
      shutDown(database);
      assertThatThrownBy(terminal::receiveFrame)
          .as("no answer is right about a payment of which the outcome is not written")
          .isInstanceOf(IOException.class);
      // More than once, since the pool drops broken connections and then waits for new ones.
      for (int i = 0; i < 3; i++) {
        assertThat(terminal.query(DEBTORS.element()).code()).isEqualTo("96");
      }
    } finally {
      Files.write(needed, kept);
    }

    Eventually.holds(
        "the payment is known to be completed",
        PATIENCE,
        () -> terminal.queryTransaction(payment).code().equals("00"));
    PosAnswer repeated = terminal.exchange(payment);
    assertThat(repeated.code()).isEqualTo("00");
    assertThat(repeated.receiptNo()).isNotEmpty();
    assertThat(agent.recorded()).hasSize(1);
  }

  private static boolean simulatorsAreActive() throws IOException, InterruptedException {
    return distribution
            .shell("bundle:list -s")
            .lines()
            .filter(line -> line.contains("org.gridtill.simulator.") && line.contains("Active"))
            .count()
        == 3;
  }

  /** Whatever it answers to a terminal that it cannot know. */
  private static boolean answers() throws IOException {
    try (Agent stranger = new Agent(books, BILLING, 1)) {
      return !stranger.terminal().signOn().code().isEmpty();
    }
  }

  private static void lookAround() throws IOException, InterruptedException {
    BEFORE.add("control: " + status("/simulators/sg186/control/totals"));
    BEFORE.add("service: " + status("/cxf/sg186?wsdl"));
    try (Agent stranger = new Agent(books, BILLING, 1)) {
      BEFORE.add("sign-on: " + stranger.terminal().signOn().code());
    }
    BEFORE.add("agencies: " + distribution.shell("gridtill:credit-list").contains("A001"));
    BEFORE.add("terminals: " + distribution.shell("gridtill:terminal-list").contains("T0000001"));
  }

  private static int status(String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) Distribution.CONTROL.resolve(path).toURL().openConnection();
    try {
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }

  /** Tells whether the agent of that number is served, from the terminal to the billing system. */
  private static boolean serves(int number) throws IOException {
    try (Agent first = new Agent(books, BILLING, number)) {
      String consumer = BILLING.debtors(1, 1, LocalDate.now(ZONE)).get(0).consumerNo();
      return first.terminal().signOn().done() && first.terminal().query(consumer).done();
    }
  }

  private boolean code(PosMessage request, String code) throws IOException {
    return terminal.exchange(request).code().equals(code);
  }

  /** Derby tells by an exception that it has shut a database down. */
  private static void shutDown(Path database) throws IOException, InterruptedException {
    String id = distribution.shell("bundle:id org.gridtill.derby").lines().reduce("", (a, b) -> b);
    String driver =
        String.format(
            Locale.ROOT,
            "((($.context bundle %s) loadClass org.apache.derby.jdbc.EmbeddedDriver) newInstance)",
            id);
    assertThatThrownBy(
            () ->
                distribution.shell(
                    driver + " connect \"jdbc:derby:" + database + ";shutdown=true\" null"))
        .hasMessageContaining("Database '" + database + "' shutdown.");
  }
}
