package org.gridtill.terminals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.gridtill.store.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registry on a real database. */
class JpaTerminalRegistryTest {

  private static final AtomicInteger TERMINALS = new AtomicInteger();
  private static final String ADDRESS = "192.0.2.7:40000";
  private static TestDatabase database;

  private final FakeNeighbors neighbors = new FakeNeighbors();
  private final JpaTerminalRegistry registry = node();
  private String code;

  @BeforeAll
  static void openDatabase() {
    database = new TestDatabase();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @BeforeEach
  void register() {
    code = String.format(Locale.ROOT, "T%07d", TERMINALS.incrementAndGet());
    registry.register(code, "A001", "pos");
  }

  @Test
  void aNewTerminalIsActiveAndWasNeverSeen() {
    assertThat(registry.find(code))
        .contains(
            new Terminal(
                code,
                "A001",
                "pos",
                TerminalKind.POS,
                "",
                Terminal.Status.ACTIVE,
                "000001",
                null,
                null,
                null,
                false));
    assertThat(registry.find("T9999999")).isEmpty();
  }

  @Test
  void listsTerminalsInTheOrderOfTheirCodes() {
    registry.register("A" + code, "A001", "pos");

    assertThat(registry.list()).extracting(Terminal::code).contains(code, "A" + code).isSorted();
  }

  @ParameterizedTest
  @CsvSource({
    "'', A001, pos, wrong terminal code",
    "T00000000000000001, A001, pos, wrong terminal code",
    "'T 1', A001, pos, wrong terminal code",
    "TX, '', pos, wrong agency code",
    "TX, A001, 'P*', wrong adapter name",
    "TX, A999, pos, no agency A999",
  })
  void refusesAMalformedRegistration(String terminal, String agency, String adapter, String why) {
    assertThatThrownBy(() -> registry.register(terminal, agency, adapter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void refusesACodeThatIsTaken() {
    assertThatThrownBy(() -> registry.register(code, "A001", "kiosk"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("already");
    assertThat(registry.find(code).orElseThrow().adapter()).isEqualTo("pos");
  }

  @Test
  void aMakersNumberBelongsToOneTerminal() {
    registry.register("S" + code, "A001", "acme", TerminalKind.KIOSK, "SN-" + code);
    assertThat(registry.find("S" + code).orElseThrow().kind()).isEqualTo(TerminalKind.KIOSK);
    assertThatThrownBy(
            () -> registry.register("R" + code, "A001", "pos", TerminalKind.POS, "SN-" + code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("serial number SN-" + code + " is that of terminal S" + code);
    assertThat(registry.find("R" + code)).isEmpty();
  }

  @Test
  void whatIsRevokedStaysSo() {
    registry.setStatus(code, Terminal.Status.REVOKED);
    registry.setStatus(code, Terminal.Status.REVOKED);
    assertThatThrownBy(() -> registry.setStatus(code, Terminal.Status.ACTIVE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("terminal " + code + " is revoked");
    assertThat(registry.find(code).orElseThrow().status()).isEqualTo(Terminal.Status.REVOKED);
  }

  @Test
  void ofManyRegistrationsAtOnceOneSucceeds() throws Exception {
    int threads = 8;
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<?>> tries = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      tries.add(
          pool.submit(
              () -> {
                start.await();
                registry.register("R" + code, "A001", "pos");
                return null;
              }));
    }

    int succeeded = 0;
    for (Future<?> each : tries) {
      try {
        each.get();
        succeeded++;
      } catch (ExecutionException e) {
        assertThat(e).hasCauseInstanceOf(IllegalArgumentException.class);
      }
    }
    pool.shutdown();
    assertThat(succeeded).isOne();
  }

  @Test
  void admitsATerminalAndNotesThatItWasSeen() {
    assertThat(admit(code, "A001", "pos")).isEmpty();

    Terminal seen = registry.find(code).orElseThrow();
    assertThat(seen.lastSeenAt()).isEqualTo(neighbors.now());
    assertThat(seen.remoteAddress()).isEqualTo(ADDRESS);
    assertThat(seen.online()).isTrue();
  }

  @Test
  void refusesInTheDocumentedOrder() {
    assertThat(admit("T9999999", "A001", "pos")).contains(Refusal.UNKNOWN_TERMINAL);
    assertThat(admit(code, "A002", "pos")).contains(Refusal.WRONG_AGENCY);

    registry.setStatus(code, Terminal.Status.BLOCKED);
    assertThat(admit(code, "A002", "pos")).contains(Refusal.TERMINAL_BLOCKED);
    assertThat(admit(code, "A001", "kiosk"))
        .as("a terminal of another kind")
        .contains(Refusal.UNKNOWN_TERMINAL);
    assertThat(registry.find(code).orElseThrow().lastSeenAt()).as("not noted").isNull();
  }

  @Test
  void aStatusHoldsFromTheNextMessageOn() {
    assertThat(admit(code, "A001", "pos")).isEmpty();
    assertThat(admit(code, "A001", "pos")).isEmpty();

    registry.setStatus(code, Terminal.Status.BLOCKED);
    assertThat(admit(code, "A001", "pos")).contains(Refusal.TERMINAL_BLOCKED);

    registry.setStatus(code, Terminal.Status.ACTIVE);
    assertThat(admit(code, "A001", "pos")).isEmpty();
  }

  @Test
  void anotherNodeNoticesAStatusOnceItsCacheIsOld() {
    JpaTerminalRegistry other = node();
    assertThat(admit(other, code, "A001", "pos")).isEmpty();
    assertThat(admit(other, code, "A001", "pos")).isEmpty();

    registry.setStatus(code, Terminal.Status.BLOCKED);
    neighbors.pass(Duration.ofSeconds(1));

    assertThat(admit(other, code, "A001", "pos")).contains(Refusal.TERMINAL_BLOCKED);
  }

  @Test
  void setsNoStatusOfATerminalThatIsNotThere() {
    assertThatThrownBy(() -> registry.setStatus("T9999999", Terminal.Status.BLOCKED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void notesPresenceAtMostEveryHalfMinute() {
    Instant first = neighbors.now();
    admit(code, "A001", "pos");

    neighbors.pass(Duration.ofSeconds(29));
    admit(code, "A001", "pos");
    admit(node(), code, "A001", "pos");
    assertThat(lastSeen()).isEqualTo(first);

    neighbors.pass(Duration.ofSeconds(1));
    admit(code, "A001", "pos");
    assertThat(lastSeen()).isEqualTo(neighbors.now());
  }

  @Test
  void aBusyTerminalCostsNoQueryAMessage() throws Exception {
    admit(code, "A001", "pos");
    admit(code, "A001", "pos");
    execute("update gt_terminal set agency_code = 'A777' where terminal_code = '" + code + "'");

    for (int i = 0; i < 100; i++) {
      assertThat(admit(code, "A001", "pos")).as("from the cache").isEmpty();
    }
    neighbors.pass(Duration.ofSeconds(1));
    assertThat(admit(code, "A001", "pos")).contains(Refusal.WRONG_AGENCY);
  }

  @Test
  void aTerminalGoesOffline() {
    admit(code, "A001", "pos");

    neighbors.pass(Duration.ofSeconds(180).minusMillis(1));
    assertThat(registry.find(code).orElseThrow().online()).isTrue();
    neighbors.pass(Duration.ofMillis(1));
    assertThat(registry.find(code).orElseThrow().online()).isFalse();
  }

  @Test
  void aLongAddressFits() {
    String address = "[2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff%a-very-long-scope-name-indeed]:40000";

    assertThat(registry.admit(origin(code, "A001"), "pos", address)).isEmpty();
    assertThat(registry.find(code).orElseThrow().remoteAddress()).hasSize(64);
  }

  @Test
  void aSignOnBringsKeysTimeAndBatch() {
    Reply reply = registry.signOn(new Request.SignOn(origin(code, "A001")));

    assertThat(reply)
        .isEqualTo(
            new Reply.SignedOn(
                neighbors.now(),
                "000001",
                FakeNeighbors.KEYS.pinKey(),
                FakeNeighbors.KEYS.macKey()));
    assertThat(registry.find(code).orElseThrow().signedOnAt()).isEqualTo(neighbors.now());
  }

  @Test
  void aSignOnNeedsAMasterKey() {
    neighbors.masterKeyMissing = true;

    assertThat(registry.signOn(new Request.SignOn(origin(code, "A001"))))
        .isInstanceOfSatisfying(
            Reply.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Refusal.TERMINAL_BLOCKED);
              assertThat(refused.text()).contains("master key");
            });
    assertThat(registry.find(code).orElseThrow().signedOnAt()).isNull();
  }

  @Test
  void anUnknownTerminalDoesNotSignOn() {
    assertThat(registry.signOn(new Request.SignOn(origin("T9999999", "A001"))))
        .isInstanceOfSatisfying(
            Reply.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refusal.UNKNOWN_TERMINAL));
  }

  private JpaTerminalRegistry node() {
    TerminalsSettings settings =
        new TerminalsSettings(
            Duration.ofSeconds(180), Duration.ofSeconds(30), Duration.ofSeconds(1));
    return new JpaTerminalRegistry(
        database.jpa(), neighbors, neighbors, neighbors, settings, neighbors::nanoTime);
  }

  private Optional<Refusal> admit(String terminal, String agency, String adapter) {
    return admit(registry, terminal, agency, adapter);
  }

  private static Optional<Refusal> admit(
      JpaTerminalRegistry node, String terminal, String agency, String adapter) {
    return node.admit(origin(terminal, agency), adapter, ADDRESS).map(Reply.Refused::reason);
  }

  private static Origin origin(String terminal, String agency) {
    return new Origin(terminal, agency, "000001", "000001");
  }

  private Instant lastSeen() {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select last_seen_at from gt_terminal where terminal_code = '" + code + "'")) {
      result.next();
      return Instant.ofEpochMilli(result.getLong(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
