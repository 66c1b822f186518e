package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.api.adapter.terminal.TerminalSession.Verification.INVALID;
import static org.gridtill.api.adapter.terminal.TerminalSession.Verification.NO_KEY;
import static org.gridtill.api.adapter.terminal.TerminalSession.Verification.VALID;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridtill.api.platform.vault.KeyCeremony.NewKey;
import org.gridtill.api.platform.vault.Suite;
import org.gridtill.api.platform.vault.TerminalKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ceremonies on a real database, with two nodes. */
class DatabaseKeyCeremonyTest {

  private static final AtomicInteger TERMINALS = new AtomicInteger();
  private static VaultHarness harness;
  private static Node node;
  private static Node other;

  private TestTerminal terminal;

  @BeforeAll
  static void openDatabase(@TempDir Path directory) {
    harness = new VaultHarness(directory);
    node = harness.node();
    other = harness.node();
  }

  @AfterAll
  static void closeDatabase() {
    harness.close();
  }

  @BeforeEach
  void newTerminal() {
    terminal = new TestTerminal(String.format("C%07d", TERMINALS.incrementAndGet()));
    terminal.setMasterKey(1);
  }

  @Test
  void twoPeopleGiveOneComponentEachOnDifferentNodes() throws Exception {
    assertThat(give(node, terminal.component1(), false, "alice")).isEmpty();
    assertThat(node.verify(terminal.code, TestTerminal.DATA, new byte[8]).keys()).isNull();
    assertThat(found().waiting().person()).isEqualTo("alice");
    assertThat(found().master()).isNull();

    assertThat(give(other, TestTerminal.component2(1), false, "bob"))
        .hasValueSatisfying(
            value -> assertThat(HexFormat.of().formatHex(value)).isEqualTo(checkValue()));

    assertThat(found().waiting()).isNull();
    assertThat(found().master().loadedBy()).isEqualTo("alice, bob");
    assertThat(found().master().checkValue()).isEqualToIgnoringCase(checkValue());
    signOn(node);
    assertThat(terminal.send(node).verification()).isEqualTo(VALID);
  }

  @Test
  void nobodyGivesBothComponents() {
    give(node, new byte[16], false, "alice");

    assertThat(give(other, terminal.component1(), false, "alice")).as("in place of hers").isEmpty();

    assertThat(found().master()).isNull();
    assertThat(give(node, TestTerminal.component2(1), false, "bob")).isPresent();
    assertThat(found().master().checkValue()).isEqualToIgnoringCase(checkValue());
  }

  @Test
  void bothGiveComponentsOfTheSameKey() {
    give(node, terminal.component1(), false, "alice");

    assertThatThrownBy(
            () ->
                node.ceremony()
                    .give(new NewKey(terminal.code, Suite.SM4, false), new byte[16], "bob"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the first AES_CMAC master key");
    node.ceremony().drop(terminal.code, "bob");
    assertThat(node.ceremony().find(terminal.code)).isEmpty();
    assertThatThrownBy(() -> node.ceremony().drop(terminal.code, "bob"))
        .hasMessageContaining("no component waits");
  }

  @Test
  void oneOfTwoSecondPersonsWins() throws Exception {
    give(node, terminal.component1(), false, "alice");
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    List<Future<Boolean>> results = new ArrayList<>();
    for (Node each : List.of(node, other)) {
      results.add(
          pool.submit(
              () -> {
                start.await();
                try {
                  return give(each, TestTerminal.component2(1), false, "bob").isPresent();
                } catch (RuntimeException e) {
                  return false;
                }
              }));
    }
    int complete = 0;
    for (Future<Boolean> result : results) {
      complete += result.get() ? 1 : 0;
    }
    pool.shutdown();

    assertThat(complete).isEqualTo(1);
    assertThat(harness.number(count("gt_master_key"))).isEqualTo(1);
  }

  @Test
  void aKeyThatMustNotBeUsedIsRefused() {
    give(node, terminal.component1(), false, "alice");

    assertThatThrownBy(() -> give(node, terminal.component1(), false, "bob"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the key is zero");
    assertThatThrownBy(() -> give(node, new byte[8], false, "bob"))
        .hasMessageContaining("16 bytes");
    assertThat(found().master()).isNull();
  }

  @Test
  void aSuiteThatIsSwitchedOffIsRefused() {
    Node modern = harness.node(VaultHarness.settings(harness.directory, Set.of()));

    assertThatThrownBy(
            () ->
                modern
                    .ceremony()
                    .give(new NewKey(terminal.code, Suite.X919, false), new byte[16], "alice"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("legacySuites");
  }

  @Test
  void aRenewedKeyLetsWhatIsUnderWayGoOn() throws Exception {
    load();
    signOn(node);
    terminal.send(node);
    TestTerminal underWay = terminal.copy();

    renew(2);
    assertThat(underWay.send(node).verification()).as("not signed on since").isEqualTo(VALID);
    assertThat(underWay.send(other).verification()).isEqualTo(VALID);
    assertThat(found().former().checkValue()).as("kept").isEqualToIgnoringCase(checkValue());

    terminal.setMasterKey(2);
    signOn(other);
    assertThat(underWay.send(node).verification()).as("keys not proved").isEqualTo(VALID);
    assertThat(terminal.send(node).verification()).isEqualTo(VALID);
    assertThat(underWay.send(node).verification()).as("for a while").isEqualTo(VALID);
    assertThat(found().former()).as("proved, so the old one is gone").isNull();
    assertThat(harness.number(count("gt_master_key"))).isEqualTo(1);
    harness.pass(VaultHarness.PREVIOUS_LIFE);
    assertThat(underWay.send(node).verification()).isEqualTo(INVALID);
  }

  @Test
  void aTerminalMovesToAnotherSuiteByARenewal() throws Exception {
    TestTerminal old = new TestTerminal(terminal.code, Suite.X919);
    old.loadMasterKey(node, 1);
    old.take(node.issueWorkingKeys(old.code));
    old.send(node);

    renew(2);
    terminal.setMasterKey(2);
    signOn(node);

    assertThat(terminal.send(node).verification()).isEqualTo(VALID);
    assertThat(old.send(node).verification()).as("under way").isEqualTo(VALID);
    assertThat(node.ceremony().suites()).containsEntry(terminal.code, Suite.AES_CMAC);
  }

  @Test
  void aRenewalIsTakenBackUntilItIsProved() throws Exception {
    load();
    signOn(node);
    terminal.send(node);
    renew(2);
    node.issueWorkingKeys(terminal.code);
    assertThatThrownBy(() -> renew(3)).hasMessageContaining("not proved yet");

    assertThat(HexFormat.of().formatHex(other.ceremony().goBack(terminal.code, "bob")))
        .isEqualTo(checkValue());

    signOn(node);
    assertThat(terminal.send(node).verification()).isEqualTo(VALID);
    assertThatThrownBy(() -> node.ceremony().goBack(terminal.code, "bob"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no former master key");
    assertThat(harness.number(count("gt_working_key"))).as("current and previous").isEqualTo(2);
  }

  @Test
  void loadingIsForTerminalsWithoutAKeyAndRenewingForThoseWithOne() {
    assertThatThrownBy(() -> give(node, new byte[16], true, "alice"))
        .hasMessageContaining("key-load");
    load();
    assertThatThrownBy(() -> give(node, new byte[16], false, "alice"))
        .hasMessageContaining("key-rotate")
        .hasMessageContaining("key-destroy");
  }

  @Test
  void destroyedKeysAreGoneAndTheirNumbersNeverComeBack() throws Exception {
    load();
    signOn(node);
    terminal.send(node);
    terminal.send(other);
    byte[] right = HexFormat.of().parseHex(checkValue());
    assertThatThrownBy(() -> node.ceremony().destroy(terminal.code, new byte[4], "bob"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not the check value");

    node.ceremony().destroy(terminal.code, right, "bob");

    assertThat(harness.number(count("gt_master_key"))).isZero();
    assertThat(harness.number(count("gt_working_key"))).isZero();
    assertThat(terminal.send(node).verification()).isEqualTo(NO_KEY);
    assertThatThrownBy(() -> node.issueWorkingKeys(terminal.code))
        .hasMessageContaining("no master key");
    harness.pass(VaultHarness.CACHE_LIFE);
    assertThat(terminal.send(other).verification()).as("once its cache is old").isEqualTo(NO_KEY);
    load();
    assertThat(
            harness.number(
                "select version from gt_master_key where terminal_code = '" + terminal.code + "'"))
        .isGreaterThan(1);
    signOn(node);
    assertThat(terminal.send(node).verification()).isEqualTo(VALID);
  }

  @Test
  void theKeysOfOneTerminalAreNothingToAnother() throws Exception {
    load();
    signOn(node);
    TestTerminal first = terminal;
    newTerminal();
    load();
    signOn(node);
    harness.pass(Duration.ofSeconds(1));

    node.ceremony().destroy(first.code, first.masterCheckValue(), "bob");

    assertThat(terminal.send(node).verification()).isEqualTo(VALID);
    assertThat(node.verify(terminal.code, TestTerminal.DATA, first.mac(TestTerminal.DATA)))
        .extracting("verification")
        .isEqualTo(INVALID);
  }

  @Test
  void testKeysAreLoadedOnlyWhereTheyAreAllowed() {
    VaultSettings all = VaultHarness.settings(harness.directory);
    VaultSettings strict =
        new VaultSettings(
            all.place(),
            all.keystoreFile(),
            all.pkcs11Library(),
            0,
            all.passwordFrom(),
            all.passwordFile(),
            false,
            all.legacySuites(),
            false,
            all.previousKeyLife(),
            all.cacheLife(),
            1);

    assertThatThrownBy(() -> terminal.loadMasterKey(harness.node(strict), 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("testKeys");
  }

  private void load() {
    give(node, terminal.component1(), false, "alice");
    assertThat(give(node, TestTerminal.component2(1), false, "bob")).isPresent();
  }

  private void renew(int salt) {
    give(node, terminal.component1(), true, "alice");
    assertThat(give(other, TestTerminal.component2(salt), true, "bob")).isPresent();
  }

  private void signOn(Node at) throws Exception {
    terminal.take(at.issueWorkingKeys(terminal.code));
  }

  private Optional<byte[]> give(Node at, byte[] component, boolean renewal, String person) {
    return at.ceremony()
        .give(new NewKey(terminal.code, terminal.suite, renewal), component, person);
  }

  private TerminalKeys found() {
    return node.ceremony().find(terminal.code).orElseThrow();
  }

  private String checkValue() {
    try {
      return HexFormat.of().formatHex(terminal.copy().masterCheckValue());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private String count(String table) {
    return "select count(*) from " + table + " where terminal_code = '" + terminal.code + "'";
  }
}
