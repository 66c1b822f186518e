package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.api.adapter.terminal.TerminalSession.Verification.INVALID;
import static org.gridtill.api.adapter.terminal.TerminalSession.Verification.NO_KEY;
import static org.gridtill.api.adapter.terminal.TerminalSession.Verification.VALID;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridtill.api.platform.vault.KeyVault.MacCheck;
import org.gridtill.api.platform.vault.Suite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Terminals of every suite on a real database, and nothing that leads from one suite to another.
 */
class TerminalSuitesTest {

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
    terminal = new TestTerminal(String.format("S%07d", TERMINALS.incrementAndGet()));
  }

  @ParameterizedTest
  @EnumSource(Suite.class)
  void aTerminalWorksWithEachSuite(Suite suite) throws Exception {
    terminal = new TestTerminal(terminal.code, suite);
    assertThat(terminal.loadMasterKey(vault, 3)).isEqualTo(terminal.masterCheckValue());
    signOn();

    MacCheck check = terminal.send(vault);

    assertThat(check.verification()).isEqualTo(VALID);
    assertThat(vault.sign(check.keys(), TestTerminal.DATA))
        .isEqualTo(terminal.mac(TestTerminal.DATA));
    byte[] sealed = vault.encipher(check.keys(), new byte[32]);
    assertThat(vault.decipher(check.keys(), sealed)).isEqualTo(new byte[32]);
    assertThat(vault.ceremony().suites()).containsEntry(terminal.code, suite);
  }

  /** Whatever a message looks like, it is checked by the suite that the keys were loaded for. */
  @ParameterizedTest
  @EnumSource(Suite.class)
  void aCodeOfAnotherSuiteIsWorthNothing(Suite other) throws Exception {
    terminal.loadMasterKey(vault, 3);
    signOn();
    byte[] code = TestCiphers.mac(other, terminal.macKey(), TestTerminal.DATA);

    assertThat(vault.verify(terminal.code, TestTerminal.DATA, code).verification())
        .isEqualTo(other == Suite.AES_CMAC ? VALID : INVALID);
  }

  @Test
  void aSuiteThatWasChangedInTheDatabaseDoesNotUnwrap() throws Exception {
    signOn();

    harness.execute(
        "update gt_working_key set suite = 'X919' where terminal_code = '" + terminal.code + "'");

    assertThatThrownBy(() -> terminal.send(vault))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not unwrap");
  }

  @Test
  void legacyTerminalsStandStillUntilTheirSuiteIsSwitchedOn() throws Exception {
    terminal = new TestTerminal(terminal.code, Suite.X919);
    signOn();
    terminal.send(vault);
    Node modern = harness.node(VaultHarness.settings(harness.directory, Set.of()));

    assertThat(terminal.send(modern).verification()).isEqualTo(NO_KEY);
    assertThatThrownBy(() -> modern.issueWorkingKeys(terminal.code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("X919, which is switched off");
    assertThatThrownBy(() -> new TestTerminal("T9", Suite.X919).loadMasterKey(modern, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("legacySuites");
    assertThat(terminal.send(vault).verification()).as("where it is on").isEqualTo(VALID);
  }

  private void signOn() throws Exception {
    if (vault.ceremony().find(terminal.code).isEmpty()) {
      terminal.loadMasterKey(vault, 1);
    }
    terminal.take(vault.issueWorkingKeys(terminal.code));
  }
}
