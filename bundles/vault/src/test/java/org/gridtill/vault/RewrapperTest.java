package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.api.adapter.terminal.TerminalSession.Verification.VALID;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.gridtill.api.platform.vault.KeyCeremony.NewKey;
import org.gridtill.api.platform.vault.Suite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vault's own master key is renewed, and the power fails in the middle. */
class RewrapperTest {

  @TempDir private Path directory;
  private VaultHarness harness;
  private final List<TestTerminal> terminals = new ArrayList<>();
  private long authority;

  @BeforeEach
  void load() throws Exception {
    harness = new VaultHarness(directory);
    Node node = harness.node();
    for (int i = 1; i <= 3; i++) {
      TestTerminal terminal = new TestTerminal("R000000" + i);
      terminal.loadMasterKey(node, i);
      terminal.take(node.issueWorkingKeys(terminal.code));
      terminal.send(node);
      terminals.add(terminal);
    }
    node.ceremony().give(new NewKey("R0000009", Suite.SM4, false), new byte[16], "alice");
    authority = node.open().authority().make("alice").number();
  }

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void everyPointAtWhichThePowerFailsIsGoneOnFrom() throws Exception {
    String first = harness.node().open().status().masterKey();
    for (int writes = 0; writes <= 8; writes++) {
      Node failing = harness.node(VaultHarness.settings(directory), failingAfter(writes));
      String before = failing.open().status().masterKey();
      if (writes < 8) {
        assertThatThrownBy(() -> failing.open().rewrapper().rotate("alice"))
            .hasMessageContaining("power");
        assertThatThrownBy(() -> harness.node().open().rewrapper().retire("alice"))
            .as("rows are under the old key still")
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("vault-rotate");
      } else {
        failing.open().rewrapper().rotate("alice");
      }
      checkAllWork();
      String now = harness.node().open().status().masterKey();
      long left = 8 - writes;
      assertThat(harness.node().open().rewrapper().rotate("alice"))
          .as("what was left after %d writes, or all anew", writes)
          .isEqualTo(left == 0 ? 8 : left);
      assertThat(harness.node().open().status().wrapped().get(before)).isZero();
      assertThat(now).as("a key was made").isNotEqualTo(before);
      checkAllWork();
      assertThat(harness.node().open().rewrapper().retire("alice")).isPositive();
    }
    assertThat(harness.node().open().status().wrapped()).hasSize(1).doesNotContainKey(first);
    checkAllWork();
  }

  @Test
  void terminalsSignOnOnOtherNodesMeanwhile() throws Exception {
    Node node = harness.node();
    Node other = harness.node();

    node.open().rewrapper().rotate("alice");

    TestTerminal terminal = terminals.get(0);
    terminal.take(other.issueWorkingKeys(terminal.code));
    assertThat(terminal.send(node).verification()).isEqualTo(VALID);
    assertThat(harness.node().open().status().wrapped())
        .as("the other node wraps under the new key too")
        .containsEntry(node.open().status().masterKey(), 9L);
  }

  /** What GridTill's first version wrote: AES-GCM under the master key itself, X9.19 terminals. */
  @Test
  void keysOfTheFirstVersionAreReadAndMoved() throws Exception {
    Node node = harness.node();
    TestTerminal old = new TestTerminal("R0000008", Suite.X919);
    old.loadMasterKey(node, 5);
    old.take(node.issueWorkingKeys(old.code));
    old.send(node);
    writeAsTheFirstVersion(old);

    Node upgraded = harness.node();
    assertThat(old.send(upgraded).verification()).isEqualTo(VALID);
    old.take(upgraded.issueWorkingKeys(old.code));
    assertThat(old.send(upgraded).verification()).isEqualTo(VALID);
    upgraded.open().rewrapper().rotate("alice");
    assertThat(harness.number("select count(*) from gt_master_key where length(wrapped_key) > 48"))
        .isZero();
    assertThat(
            harness.number(
                "select count(*) from gt_working_key where length(wrapped_mac_key) > 48"))
        .isZero();
    assertThat(old.send(harness.node()).verification()).isEqualTo(VALID);
  }

  private void writeAsTheFirstVersion(TestTerminal old) throws Exception {
    String where = " where terminal_code = '" + old.code + "'";
    harness.execute(
        "update gt_master_key set loaded_at = 0, loaded_by = '', wrapped_key = '"
            + gcm(old.masterKey(), "TERMINAL_MASTER/" + old.code + "/0")
            + "'"
            + where);
    harness.execute(
        "update gt_working_key set wrapped_pin_key = '"
            + gcm(old.pinKey(), "PIN/" + old.code + "/1")
            + "', wrapped_mac_key = '"
            + gcm(old.macKey(), "MAC/" + old.code + "/1")
            + "'"
            + where);
  }

  private String gcm(byte[] plain, String use) throws Exception {
    byte[] nonce = new byte[12];
    new SecureRandom().nextBytes(nonce);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(TestKeystore.masterKey(directory), "AES"),
        new GCMParameterSpec(128, nonce));
    cipher.updateAAD(("gridtill/" + use).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(nonce) + HexFormat.of().formatHex(cipher.doFinal(plain));
  }

  private void checkAllWork() throws Exception {
    Node restarted = harness.node();
    for (TestTerminal terminal : terminals) {
      assertThat(terminal.send(restarted).verification()).as(terminal.code).isEqualTo(VALID);
    }
    assertThat(restarted.ceremony().find("R0000009")).isPresent();
    assertThat(restarted.open().authority().sign(authority, new byte[1])).isNotEmpty();
  }

  /** The database, until the power fails at a write of the rewrapping. */
  private VaultTables failingAfter(int writes) {
    VaultTables tables = harness.tables();
    AtomicInteger left = new AtomicInteger(writes);
    RewrapRepository failing =
        (RewrapRepository)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RewrapRepository.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("replace") && left.getAndDecrement() <= 0) {
                    throw new IllegalStateException("the power fails");
                  }
                  try {
                    return method.invoke(tables.rewrap(), arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return new VaultTables(tables.keys(), tables.ceremonies(), failing, tables.authority());
  }
}
