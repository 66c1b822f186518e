package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.api.adapter.terminal.TerminalSession.Verification.INVALID;
import static org.gridtill.api.adapter.terminal.TerminalSession.Verification.NO_KEY;
import static org.gridtill.api.adapter.terminal.TerminalSession.Verification.UNKNOWN_TERMINAL;
import static org.gridtill.api.adapter.terminal.TerminalSession.Verification.VALID;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import org.gridtill.api.adapter.terminal.TerminalSession.Verification;
import org.gridtill.api.platform.vault.KeyVault.KeyHandle;
import org.gridtill.api.platform.vault.KeyVault.MacCheck;
import org.gridtill.api.platform.vault.Suite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vault on a real database, with terminals that do their own cryptography. */
class DatabaseKeyVaultTest {

  private static final byte[] OTHER_DATA = "0200 pays 12.35".getBytes(StandardCharsets.US_ASCII);
  private static final AtomicInteger TERMINALS = new AtomicInteger();
  private static VaultHarness harness;
  private static Node vault;

  private TestTerminal terminal;

  @BeforeAll
  static void openDatabase(@TempDir Path directory) {
    harness = new VaultHarness(directory);
    vault = harness.node();
  }

  @AfterAll
  static void closeDatabase() {
    harness.close();
  }

  @BeforeEach
  void newTerminal() {
    terminal = new TestTerminal(String.format("T%07d", TERMINALS.incrementAndGet()));
  }

  @Test
  void masterKeyIsLoadedFromTwoComponents() throws Exception {
    assertThat(terminal.loadMasterKey(vault, 1)).isEqualTo(terminal.masterCheckValue());
  }

  @Test
  void refusesAComponentOfTheWrongLength() {
    assertThatThrownBy(() -> vault.loadMasterKey("T1", Suite.AES_CMAC, new byte[8], new byte[16]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16 bytes");
  }

  @Test
  void refusesAMasterKeyOfEqualHalves() {
    byte[] component = new byte[16];
    component[3] = 0x40;
    component[11] = 0x41;

    assertThatThrownBy(() -> vault.loadMasterKey("T1", Suite.X919, component, new byte[16]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("halves");
  }

  @Test
  void issuedKeysReachTheTerminal() throws Exception {
    terminal.loadMasterKey(vault, 1);

    terminal.take(vault.issueWorkingKeys(terminal.code));

    assertThat(terminal.pinKey()).isNotEqualTo(terminal.macKey());
  }

  @Test
  void issuesNothingWithoutAMasterKey() {
    assertThatThrownBy(() -> vault.issueWorkingKeys(terminal.code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no master key");
  }

  @Test
  void tellsAnUnknownTerminalFromOneWithoutWorkingKeys() {
    byte[] mac = new byte[8];
    assertThat(verify(vault, TestTerminal.DATA, mac)).isEqualTo(UNKNOWN_TERMINAL);

    terminal.loadMasterKey(vault, 1);
    assertThat(verify(vault, TestTerminal.DATA, mac)).isEqualTo(NO_KEY);
  }

  @Test
  void aWrongCodeIsInvalid() throws Exception {
    signOn();
    byte[] mac = terminal.mac(TestTerminal.DATA);

    assertThat(verify(vault, OTHER_DATA, mac)).isEqualTo(INVALID);
    assertThat(verify(vault, TestTerminal.DATA, new byte[8])).isEqualTo(INVALID);
    assertThat(verify(vault, TestTerminal.DATA, new byte[0])).isEqualTo(INVALID);
    assertThat(verify(vault, TestTerminal.DATA, Arrays.copyOf(mac, 4))).isEqualTo(INVALID);
    assertThat(verify(vault, TestTerminal.DATA, mac)).isEqualTo(VALID);
  }

  @Test
  void previousKeysStayValidForTheirTimeOnceNewOnesAreUsed() throws Exception {
    signOn();
    assertThat(terminal.send(vault).verification()).isEqualTo(VALID);
    TestTerminal underWay = terminal.copy();

    signOn();
    harness.pass(Duration.ofDays(1));
    assertThat(underWay.send(vault).verification()).as("new keys not used yet").isEqualTo(VALID);

    assertThat(terminal.send(vault).verification()).isEqualTo(VALID);
    harness.pass(VaultHarness.PREVIOUS_LIFE.minusMillis(1));
    assertThat(underWay.send(vault).verification()).as("just in time").isEqualTo(VALID);

    harness.pass(Duration.ofMillis(1));
    assertThat(underWay.send(vault).verification()).as("too late").isEqualTo(INVALID);
    assertThat(terminal.send(vault).verification()).isEqualTo(VALID);
  }

  @Test
  void rogueSignOnsHarmNobody() throws Exception {
    signOn();
    assertThat(terminal.send(vault).verification()).isEqualTo(VALID);

    for (int i = 0; i < 20; i++) {
      vault.issueWorkingKeys(terminal.code);
      assertThat(terminal.send(vault).verification()).isEqualTo(VALID);
    }

    assertThat(keptGenerations()).as("current and pending").isEqualTo(2);
    signOn();
    assertThat(terminal.send(vault).verification()).isEqualTo(VALID);
  }

  @Test
  void keysThatALaterSignOnReplacedBeforeTheirUseAreWorthNothing() throws Exception {
    signOn();
    TestTerminal replaced = terminal.copy();

    signOn();

    assertThat(replaced.send(vault).verification()).isEqualTo(INVALID);
    assertThat(terminal.send(vault).verification()).isEqualTo(VALID);
  }

  @Test
  void forgetsGenerationsThatNobodyMayUse() throws Exception {
    for (int i = 0; i < 5; i++) {
      signOn();
      assertThat(terminal.send(vault).verification()).isEqualTo(VALID);
    }

    assertThat(keptGenerations()).as("current and previous").isEqualTo(2);
  }

  @Test
  void aSteadyStateCostsNoDatabaseCall() throws Exception {
    signOn();
    terminal.send(vault);
    terminal.send(vault);
    long before = harness.databaseCalls.get();

    for (int i = 0; i < 1_000; i++) {
      MacCheck check = terminal.send(vault);
      vault.sign(check.keys(), TestTerminal.DATA);
    }

    assertThat(harness.databaseCalls.get()).isEqualTo(before);
  }

  @Test
  void aNodeNoticesKeysThatAnotherIssuedAndPromoted() throws Exception {
    Node other = harness.node();
    signOn();
    terminal.send(vault);
    assertThat(terminal.send(other).verification()).isEqualTo(VALID);
    TestTerminal underWay = terminal.copy();

    signOn();
    assertThat(terminal.send(other).verification()).as("pending, seen elsewhere").isEqualTo(VALID);
    assertThat(terminal.send(vault).verification()).as("promoted elsewhere").isEqualTo(VALID);
    assertThat(underWay.send(vault).verification()).isEqualTo(VALID);
    assertThat(underWay.send(other).verification()).isEqualTo(VALID);
  }

  @Test
  void manyFirstMessagesAtOnceOnTwoNodesPromoteOnce() throws Exception {
    Node other = harness.node();
    signOn();
    terminal.send(vault);
    signOn();
    int threads = 8;
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<MacCheck>> checks = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Node node = i % 2 == 0 ? vault : other;
      checks.add(
          pool.submit(
              () -> {
                start.await();
                return terminal.send(node);
              }));
    }

    for (Future<MacCheck> check : checks) {
      assertThat(check.get().verification()).isEqualTo(VALID);
      assertThat(check.get().keys().generation()).isEqualTo(2);
    }
    pool.shutdown();
    String where = " from gt_terminal_key where terminal_code = '" + terminal.code + "'";
    assertThat(harness.number("select current_generation" + where)).isEqualTo(2);
    assertThat(harness.number("select previous_generation" + where)).isEqualTo(1);
    assertThat(harness.number("select pending_generation" + where)).isZero();
  }

  @Test
  void aNewMasterKeyForgetsTheWorkingKeys() throws Exception {
    Node other = harness.node();
    signOn();
    terminal.send(vault);
    terminal.send(other);

    terminal.loadMasterKey(vault, 2);

    assertThat(terminal.send(vault).verification()).isEqualTo(NO_KEY);
    assertThat(keptGenerations()).isZero();
    harness.pass(VaultHarness.CACHE_LIFE);
    assertThat(terminal.send(other).verification()).as("once its cache is old").isEqualTo(NO_KEY);
    signOn();
    assertThat(terminal.send(other).verification()).isEqualTo(VALID);
  }

  @Test
  void rowsMovedToAnotherTerminalDoNotUnwrap() throws Exception {
    signOn();
    TestTerminal victim = terminal;
    newTerminal();
    signOn();

    harness.execute(
        "update gt_working_key set wrapped_mac_key = (select w.wrapped_mac_key from gt_working_key w"
            + " where w.terminal_code = '"
            + terminal.code
            + "') where terminal_code = '"
            + victim.code
            + "'");

    assertThatThrownBy(() -> vault.verify(victim.code, TestTerminal.DATA, new byte[8]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(victim.code)
        .hasMessageContaining("does not unwrap");
  }

  @Test
  void aPinKeyDoesNotPassForAMacKey() throws Exception {
    signOn();

    harness.execute(
        "update gt_working_key set wrapped_mac_key = wrapped_pin_key where terminal_code = '"
            + terminal.code
            + "'");

    assertThatThrownBy(() -> vault.verify(terminal.code, TestTerminal.DATA, new byte[8]))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void answersAreSignedUnderTheKeysOfTheRequest() throws Exception {
    signOn();
    KeyHandle keys = terminal.send(vault).keys();
    TestTerminal underWay = terminal.copy();
    signOn();
    terminal.send(vault);

    assertThat(vault.sign(keys, TestTerminal.DATA)).isEqualTo(underWay.mac(TestTerminal.DATA));
  }

  @Test
  void dataIsEncipheredUnderThePinKey() throws Exception {
    signOn();
    KeyHandle keys = terminal.send(vault).keys();
    byte[] data = new byte[16];
    data[7] = 9;

    byte[] sealed = vault.encipher(keys, data);

    assertThat(sealed)
        .isEqualTo(TestCiphers.block(Suite.AES_CMAC, Cipher.ENCRYPT_MODE, terminal.pinKey(), data));
    assertThat(vault.decipher(keys, sealed)).isEqualTo(data);
    assertThatThrownBy(() -> vault.decipher(keys, new byte[8]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void forgottenKeysCannotBeUsed() throws Exception {
    signOn();
    KeyHandle keys = terminal.send(vault).keys();
    terminal.loadMasterKey(vault, 2);

    assertThatThrownBy(() -> vault.sign(keys, TestTerminal.DATA))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not kept");
  }

  @Test
  void keysSurviveARestart() throws Exception {
    signOn();
    terminal.send(vault);

    assertThat(terminal.send(harness.node()).verification()).isEqualTo(VALID);
  }

  private void signOn() throws Exception {
    if (harness.number(
            "select count(*) from gt_terminal_key where terminal_code = '" + terminal.code + "'")
        == 0) {
      terminal.loadMasterKey(vault, 1);
    }
    terminal.take(vault.issueWorkingKeys(terminal.code));
  }

  private Verification verify(Node node, byte[] data, byte[] mac) {
    return node.verify(terminal.code, data, mac).verification();
  }

  private long keptGenerations() throws Exception {
    return harness.number(
        "select count(*) from gt_working_key where terminal_code = '" + terminal.code + "'");
  }
}
