package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.vault.KeyCeremony;
import org.gridtill.api.platform.vault.Suite;
import org.junit.jupiter.api.Test;

class TerminalCommandsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final String COMPONENT_1 = "00112233445566778899AABBCCDDEEFF";
  private static final String COMPONENT_2 = "ffeeddccbbaa99887766554433221100";

  private final List<String> calls = new ArrayList<>();

  private final List<Terminal> known =
      List.of(
          terminal("T0000001", "A001", Terminal.Status.ACTIVE, true),
          terminal("T0000002", "A001", Terminal.Status.BLOCKED, false),
          new Terminal(
              "T0000003",
              "A002",
              "kiosk",
              TerminalKind.KIOSK,
              "",
              Terminal.Status.ACTIVE,
              "000001",
              null,
              null,
              null,
              false));

  private final TerminalRegistry registry =
      Fake.of(
          TerminalRegistry.class,
          Map.of(
              "list", arguments -> known,
              "find",
                  arguments ->
                      known.stream().filter(t -> t.code().equals(arguments[0])).findFirst(),
              "register", arguments -> call("register", arguments),
              "setStatus", arguments -> call("setStatus", arguments)));

  private static Terminal terminal(
      String code, String agency, Terminal.Status status, boolean online) {
    Instant seen = NOW.minusSeconds(online ? 12 : 7200);
    return new Terminal(
        code,
        agency,
        "pos",
        TerminalKind.POS,
        "SN-7",
        status,
        "000007",
        NOW.minusSeconds(10_000),
        seen,
        "10.0.0.7:4711",
        online);
  }

  private Object call(String name, Object[] arguments) {
    calls.add(name + List.of(arguments));
    return null;
  }

  private TerminalListCommand list() {
    TerminalListCommand command = new TerminalListCommand();
    command.terminals = registry;
    command.clock = Fake.of(PlatformClock.class, Map.of("now", arguments -> NOW));
    command.ceremony =
        Fake.of(
            KeyCeremony.class,
            Map.of(
                "suites", arguments -> Map.of("T0000001", Suite.AES_CMAC, "T0000002", Suite.X919)));
    return command;
  }

  @Test
  void theListShowsPresenceAndAges() throws Exception {
    List<String> lines = new Printed().run(list());
    assertThat(lines.get(0))
        .matches(
            "Terminal +\\| Agency \\| Adapter \\| Kind  \\| Status +\\| Online \\| Last seen \\| Signed on"
                + " \\| Batch +\\| Suite +\\| Address");
    assertThat(lines.get(2))
        .matches(
            "T0000001 \\| A001 +\\| pos +\\| pos +\\| ACTIVE +\\| yes +\\| +12 s \\| +2 h \\| 000007 \\|"
                + " AES_CMAC \\| 10.0.0.7:4711");
    assertThat(lines.get(4)).contains("|     never |     never |").endsWith("| -");
    assertThat(lines)
        .endsWith("3 of 3 terminals, 1 online", "LEGACY: 1 terminals have keys for triple DES");
  }

  @Test
  void theListCanBeNarrowed() throws Exception {
    TerminalListCommand blocked = list();
    blocked.blocked = true;
    assertThat(new Printed().run(blocked)).contains("1 of 3 terminals, 0 online");
    TerminalListCommand online = list();
    online.online = true;
    online.agency = "A001";
    assertThat(new Printed().run(online)).last().isEqualTo("1 of 3 terminals, 1 online");
    TerminalListCommand none = list();
    none.offline = true;
    none.adapter = "pc";
    assertThat(new Printed().run(none)).contains("no terminals");
  }

  @Test
  void contradictingFiltersAreRefused() {
    TerminalListCommand command = list();
    command.online = true;
    command.offline = true;
    assertThatThrownBy(Recorded.by(command)::execute)
        .isInstanceOf(CommandException.class)
        .hasMessage("--online and --offline exclude each other");
  }

  @Test
  void aServiceThatIsAwayIsNamed() {
    TerminalListCommand command = list();
    command.terminals = null;
    assertThatThrownBy(Recorded.by(command)::execute)
        .isInstanceOf(CommandException.class)
        .hasMessageStartingWith("the terminal registry is not running");
  }

  @Test
  void aTerminalIsAddedToAnAgencyThatExists() throws Exception {
    TerminalAddCommand command = new TerminalAddCommand();
    command.terminals = registry;
    command.credit = Lines.service(Lines.line("A001", null));
    command.code = "T0000009";
    command.adapter = "pos";
    command.agency = "A009";
    assertThatThrownBy(Recorded.by(command)::execute)
        .hasMessage("no agency A009; agency-add opens one");
    command.agency = "A001";
    assertThat(new Printed().run(command))
        .containsExactly("terminal T0000009 of agency A001 is registered for adapter pos");
    assertThat(calls).containsExactly("register[T0000009, A001, pos, POS, ]");
  }

  @Test
  void aTerminalIsBlockedAndUnblocked() throws Exception {
    TerminalBlockCommand block = new TerminalBlockCommand();
    block.terminals = registry;
    block.code = "T0000001";
    assertThat(new Printed().run(block)).containsExactly("terminal T0000001 is blocked");
    TerminalUnblockCommand unblock = new TerminalUnblockCommand();
    unblock.terminals = registry;
    unblock.code = "T0000001";
    assertThat(new Printed().run(unblock)).containsExactly("terminal T0000001 may work again");
    assertThat(calls)
        .containsExactly("setStatus[T0000001, BLOCKED]", "setStatus[T0000001, ACTIVE]");
  }

  @Test
  void anUnknownTerminalIsNamed() {
    TerminalBlockCommand block = new TerminalBlockCommand();
    block.terminals = registry;
    block.code = "T0000099";
    assertThatThrownBy(Recorded.by(block)::execute)
        .isInstanceOf(CommandException.class)
        .hasMessage("no terminal T0000099");
  }

  private TerminalKeyCommand key(String component1, String component2) {
    TerminalKeyCommand command = new TerminalKeyCommand();
    command.code = "T0000001";
    command.component1 = component1;
    command.component2 = component2;
    command.terminals = registry;
    command.ceremony =
        Fake.of(
            KeyCeremony.class,
            Map.of(
                "loadTestKey",
                arguments -> {
                  calls.add(
                      arguments[1]
                          + " "
                          + HexFormat.of().formatHex((byte[]) arguments[2])
                          + HexFormat.of().formatHex((byte[]) arguments[3]));
                  return new byte[] {(byte) 0xAB, 0, 1, 2};
                }));
    return command;
  }

  @Test
  void aScriptLoadsATestKey() throws Exception {
    assertThat(new Printed().run(key(COMPONENT_1, COMPONENT_2)))
        .containsExactly("test key of terminal T0000001 is loaded; check value AB000102");
    assertThat(calls).containsExactly("AES_CMAC 00112233445566778899aabbccddeeff" + COMPONENT_2);
  }

  @Test
  void aMistypedComponentIsNotRepeatedInTheError() {
    for (String wrong : List.of("00112233", COMPONENT_1 + "0", COMPONENT_1.replace('A', 'G'))) {
      assertThatThrownBy(Recorded.by(key(wrong, COMPONENT_2))::execute)
          .isInstanceOf(CommandException.class)
          .hasMessage("a component has 32 hexadecimal digits");
    }
    assertThat(calls).isEmpty();
  }
}
