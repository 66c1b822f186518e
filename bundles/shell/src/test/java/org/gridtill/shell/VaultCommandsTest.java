package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gridtill.api.platform.vault.Suite;
import org.gridtill.api.platform.vault.VaultControl;
import org.gridtill.api.platform.vault.VaultStatus;
import org.gridtill.api.platform.vault.VaultStatus.State;
import org.junit.jupiter.api.Test;

class VaultCommandsTest {

  private final List<String> calls = new ArrayList<>();
  private State state = State.OPEN;

  private VaultControl control() {
    Map<String, Function<Object[], Object>> methods = new HashMap<>();
    methods.put("status", arguments -> status());
    methods.put(
        "open",
        arguments -> {
          calls.add(new String((char[]) arguments[0]));
          state = State.OPEN;
          return null;
        });
    methods.put("rotate", arguments -> 7L);
    methods.put(
        "retire",
        arguments -> {
          throw new IllegalStateException("keys are still wrapped under master key 0011");
        });
    return Fake.of(VaultControl.class, methods);
  }

  private VaultStatus status() {
    return new VaultStatus(
        state,
        "key store /etc/vault.bcfks",
        "ccdd",
        Map.of("aabb", 3L, "ccdd", 4L),
        Map.of(Suite.AES_CMAC, 2L, Suite.X919, 1L),
        Set.of(Suite.X919),
        true,
        1);
  }

  @Test
  void statusTellsMasterKeysAndIsLoudAboutLegacy() throws Exception {
    VaultStatusCommand command = new VaultStatusCommand();
    command.vault = control();

    assertThat(new Printed().run(command))
        .containsExactly(
            "State           open",
            "Master keys in  key store /etc/vault.bcfks",
            "Master key      aabb, 3 rows under it",
            "Master key      ccdd, 4 rows under it, wraps what comes",
            "Terminals       2 with AES_CMAC",
            "Terminals       1 with X919 LEGACY",
            "Components      1 waiting for another person's",
            "LEGACY: X919 is switched on (legacySuites)",
            "TEST KEYS may be loaded (testKeys); never where real money is");
  }

  @Test
  void statusOfALockedVaultSaysWhatOpensIt() throws Exception {
    state = State.LOCKED;
    VaultStatusCommand command = new VaultStatusCommand();
    command.vault = control();

    assertThat(new Printed().run(command))
        .contains("State           locked, waits for its password: vault-open");
  }

  @Test
  void thePasswordIsTypedHidden() throws Exception {
    state = State.LOCKED;
    Keyboard keyboard = new Keyboard("correct horse");
    assertThat(new Printed().run(open(keyboard)))
        .containsExactly("the vault is open, under master key ccdd");
    assertThat(keyboard.asked).containsExactly("Password: *");
    assertThat(calls).containsExactly("correct horse");
  }

  @Test
  void theFirstPasswordIsTypedTwice() throws Exception {
    state = State.NEW;
    assertThatThrownBy(() -> new Printed().run(open(new Keyboard("correct horse", "other"))))
        .hasMessage("that was not the same twice");
    assertThat(calls).isEmpty();
    new Printed().run(open(new Keyboard("correct horse", "correct horse")));
    assertThat(calls).containsExactly("correct horse");
  }

  @Test
  void anOpenVaultAsksForNothing() {
    assertThatThrownBy(() -> new Printed().run(open(new Keyboard("x"))))
        .hasMessage("the vault is open");
    assertThat(calls).isEmpty();
  }

  @Test
  void rotationSaysWhatComesNext() throws Exception {
    VaultRotateCommand command = new VaultRotateCommand();
    command.vault = control();
    assertThat(As.user("alice", () -> new Printed().run(command)))
        .contains("7 rows are wrapped under master key ccdd");
    command.finish = true;
    assertThatThrownBy(() -> As.user("alice", () -> new Printed().run(command)))
        .hasMessageContaining("still wrapped");
    assertThatThrownBy(Recorded.by(command)::execute).hasMessageContaining("nobody is logged in");
  }

  private VaultOpenCommand open(Keyboard keyboard) {
    VaultOpenCommand command = new VaultOpenCommand();
    command.session = keyboard.session();
    command.vault = control();
    return command;
  }
}
