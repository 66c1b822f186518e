package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.vault.KeyCeremony;
import org.gridtill.api.platform.vault.KeyCeremony.NewKey;
import org.gridtill.api.platform.vault.Suite;
import org.gridtill.api.platform.vault.TerminalKeys;
import org.junit.jupiter.api.Test;

/** Ceremonies as the people at the keyboard see them. */
class KeyCommandsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final String DIGITS = "00112233445566778899AABBCCDDEEFF";
  private static final byte[] CHECK_VALUE = {(byte) 0xAB, 0, 1, 2};

  private final List<String> given = new ArrayList<>();
  private final List<byte[]> components = new ArrayList<>();
  private Optional<byte[]> outcome = Optional.empty();
  private TerminalKeys keys;

  private KeyCeremony ceremony() {
    Map<String, Function<Object[], Object>> methods = new HashMap<>();
    methods.put("draw", arguments -> HexFormat.of().parseHex(DIGITS));
    methods.put("checkValue", arguments -> CHECK_VALUE);
    methods.put(
        "give",
        arguments -> {
          byte[] component = (byte[]) arguments[1];
          components.add(component);
          given.add(
              arguments[0]
                  + " "
                  + HexFormat.of().withUpperCase().formatHex(component)
                  + " "
                  + arguments[2]);
          return outcome;
        });
    methods.put("find", arguments -> Optional.ofNullable(keys));
    methods.put(
        "destroy",
        arguments ->
            given.add(
                "destroy "
                    + arguments[0]
                    + HexFormat.of().formatHex((byte[]) arguments[1])
                    + arguments[2]));
    methods.put("goBack", arguments -> CHECK_VALUE);
    methods.put(
        "drop",
        arguments -> {
          throw new IllegalStateException("no component waits for terminal " + arguments[0]);
        });
    return Fake.of(KeyCeremony.class, methods);
  }

  private <C extends ComponentCommand> C at(Keyboard keyboard, C command) {
    command.code = "T0000001";
    command.session = keyboard.session();
    command.ceremony = ceremony();
    command.terminals =
        Fake.of(
            TerminalRegistry.class,
            Map.of(
                "find",
                arguments ->
                    Optional.of(
                        new Terminal(
                            "T0000001",
                            "A001",
                            "pos",
                            org.gridtill.api.platform.terminals.TerminalKind.POS,
                            "",
                            Terminal.Status.ACTIVE,
                            "000001",
                            null,
                            null,
                            null,
                            false))));
    return command;
  }

  @Test
  void aComponentIsTypedHiddenAndItsCheckValueShownBeforeItCounts() throws Exception {
    Keyboard keyboard = new Keyboard("0011 2233 4455 6677 8899 aabb ccdd eeff", "yes");
    KeyLoadCommand load = at(keyboard, new KeyLoadCommand());

    List<String> lines = As.user("alice", () -> new Printed().run(load));

    assertThat(keyboard.asked)
        .containsExactly(
            "Your component (hidden): *", "Is that the one on your paper? (yes/no) null");
    assertThat(lines)
        .containsExactly(
            "Check value of your component: AB000102",
            "your component of the master key of terminal T0000001 is kept; another person gives"
                + " theirs with the same command");
    assertThat(given)
        .containsExactly(new NewKey("T0000001", Suite.AES_CMAC, false) + " " + DIGITS + " alice");
    assertThat(components.get(0)).as("wiped").containsOnly(0);
  }

  @Test
  void whoeverSaysNoGivesNothing() {
    for (String answer : List.of("no", "", "y")) {
      KeyLoadCommand load = at(new Keyboard(DIGITS, answer), new KeyLoadCommand());
      assertThatThrownBy(() -> As.user("alice", () -> new Printed().run(load)))
          .isInstanceOf(CommandException.class)
          .hasMessage("nothing was given; begin anew");
    }
    assertThat(given).isEmpty();
  }

  @Test
  void nobodyGivesAComponentWithoutALogin() {
    KeyLoadCommand load = at(new Keyboard(DIGITS, "yes"), new KeyLoadCommand());

    assertThatThrownBy(() -> new Printed().run(load)).hasMessageContaining("nobody is logged in");
    assertThat(given).isEmpty();
  }

  @Test
  void aTypingErrorIsNotRepeated() {
    KeyLoadCommand load = at(new Keyboard("00112233", "yes"), new KeyLoadCommand());

    assertThatThrownBy(() -> As.user("alice", () -> new Printed().run(load)))
        .isInstanceOf(CommandException.class)
        .hasMessage("a component has 32 hexadecimal digits");
  }

  @Test
  void aScriptWritesItsComponentToTheInput() throws Exception {
    Keyboard script = Keyboard.script(DIGITS, "yes");
    KeyLoadCommand load = at(script, new KeyLoadCommand());

    As.user("alice", () -> new Printed().run(load));

    assertThat(given).singleElement().asString().contains(DIGITS);
  }

  @Test
  void aGeneratedComponentIsShownOnce() throws Exception {
    KeyGenerateCommand generate = at(new Keyboard("yes"), new KeyGenerateCommand());
    generate.suite = "SM4";
    outcome = Optional.of(CHECK_VALUE);

    List<String> lines = As.user("bob", () -> new Printed().run(generate));

    assertThat(lines)
        .containsExactly(
            "Your component, shown this once: 0011 2233 4455 6677 8899 AABB CCDD EEFF",
            "Check value of your component: AB000102",
            "master key of terminal T0000001 is loaded, for SM4; check value AB000102");
    assertThat(given)
        .containsExactly(new NewKey("T0000001", Suite.SM4, false) + " " + DIGITS + " bob");
    assertThat(components.get(0)).as("wiped").containsOnly(0);
  }

  @Test
  void aRenewalSaysWhatToDoAndLegacyIsLoud() throws Exception {
    KeyRotateCommand rotate = at(new Keyboard(DIGITS, "yes"), new KeyRotateCommand());
    rotate.suite = "X919";
    outcome = Optional.of(CHECK_VALUE);

    List<String> lines = As.user("bob", () -> new Printed().run(rotate));

    assertThat(given).singleElement().asString().contains("renewal=true");
    assertThat(lines)
        .contains("LEGACY: X919 rests on triple DES")
        .anyMatch(line -> line.startsWith("enter it in the terminal"));
  }

  @Test
  void aRenewalIsTakenBack() throws Exception {
    KeyRotateCommand rotate = at(new Keyboard(), new KeyRotateCommand());
    rotate.back = true;

    assertThat(As.user("bob", () -> new Printed().run(rotate)))
        .containsExactly(
            "the old master key of terminal T0000001 is valid again; check value AB000102");
  }

  @Test
  void keysAreDestroyedByTheirCheckValue() throws Exception {
    KeyDestroyCommand destroy = new KeyDestroyCommand();
    destroy.code = "T0000001";
    destroy.ceremony = ceremony();
    destroy.checkValue = "AB00";
    assertThatThrownBy(() -> As.user("bob", () -> new Printed().run(destroy)))
        .hasMessage("a check value has 8 hexadecimal digits");
    destroy.checkValue = "AB000102";
    assertThat(As.user("bob", () -> new Printed().run(destroy)))
        .containsExactly("the keys of terminal T0000001 are destroyed");
    assertThat(given).containsExactly("destroy T0000001ab000102bob");
  }

  @Test
  void whatAStateForbidsIsSaidInASentence() {
    KeyDropCommand drop = new KeyDropCommand();
    drop.code = "T0000001";
    drop.ceremony = ceremony();
    assertThatThrownBy(() -> As.user("bob", () -> new Printed().run(drop)))
        .isInstanceOf(CommandException.class)
        .hasMessage("no component waits for terminal T0000001");
  }

  @Test
  void showsCheckValuesOldKeyAndWhatWaits() throws Exception {
    KeyShowCommand show = new KeyShowCommand();
    show.code = "T0000001";
    show.ceremony = ceremony();
    show.clock = Fake.of(PlatformClock.class, Map.of("now", arguments -> NOW));
    keys =
        new TerminalKeys(
            "T0000001",
            new TerminalKeys.Master(
                Suite.AES_CMAC, true, "AB000102", NOW.minusSeconds(7200), "alice, bob"),
            new TerminalKeys.Master(Suite.X919, false, "08D7B4FB", null, ""),
            new TerminalKeys.Waiting(
                new NewKey("T0000001", Suite.SM4, true), "11223344", "carol", NOW),
            true);

    assertThat(new Printed().run(show))
        .contains(
            "Suite           AES_CMAC",
            "Check value     AB000102",
            "By              alice, bob",
            "Suite           X919 LEGACY, switched off",
            "Check value     08D7B4FB",
            "Component of    carol",
            "Check value     11223344");
  }
}
