package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.AdapterShare;
import org.gridtill.api.platform.gates.AdapterShares;
import org.gridtill.api.platform.gates.GateStatus;
import org.gridtill.api.platform.gates.GateStatus.Circuit;
import org.gridtill.api.platform.gates.GateStatus.State;
import org.gridtill.api.platform.gates.Gates;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

class AdapterShareCommandTest {

  private final List<AdapterShare> shares = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private final List<GateStatus> statuses = new ArrayList<>();
  private IOException trouble;

  private final AdapterShares service =
      new AdapterShares() {
        @Override
        public List<AdapterShare> shares() {
          return shares;
        }

        @Override
        public Optional<AdapterShare> of(String adapter) {
          throw new UnsupportedOperationException();
        }

        @Override
        public void give(AdapterShare share, String person) throws IOException {
          if (trouble != null) {
            throw trouble;
          }
          shares.add(share);
          log.add(person + " gives " + share);
        }

        @Override
        public boolean end(String adapter, String person) {
          log.add(person + " ends " + adapter);
          return shares.removeIf(share -> share.adapter().equals(adapter));
        }
      };

  private static ServiceReference<?> adapter(long id, String version) {
    Bundle bundle =
        Fake.of(
            Bundle.class,
            Map.of(
                "getBundleId", arguments -> id,
                "getSymbolicName", arguments -> "org.example.pos",
                "getVersion", arguments -> Version.parseVersion(version),
                "getState", arguments -> Bundle.ACTIVE,
                "getHeaders", arguments -> new Hashtable<>()));
    Map<String, Object> properties =
        Map.of(
            "gridtill.adapter",
            "pos",
            "gridtill.vendor",
            "Acme",
            "objectClass",
            new String[] {TerminalAdapter.class.getName()});
    return Fake.of(
        ServiceReference.class,
        Map.of(
            "getBundle", arguments -> bundle,
            "getProperty", arguments -> properties.get(arguments[0])));
  }

  private AdapterShareCommand command(String adapter, String version) {
    ServiceReference<?>[] services = {adapter(1, "1.1.0"), adapter(2, "1.2.0")};
    AdapterShareCommand command = new AdapterShareCommand();
    command.adapter = adapter;
    command.version = version;
    command.shares = service;
    command.gates = Fake.of(Gates.class, Map.of("status", arguments -> statuses));
    command.context =
        Fake.of(
            BundleContext.class,
            Map.of(
                "getAllServiceReferences", arguments -> services,
                "getService", arguments -> "a service",
                "ungetService", arguments -> true,
                "getBundles", arguments -> new Bundle[0]));
    command.registry =
        Fake.of(
            TerminalRegistry.class,
            Map.of(
                "find",
                arguments ->
                    arguments[0].equals("T1") || arguments[0].equals("K1")
                        ? Optional.of(terminal((String) arguments[0]))
                        : Optional.empty()));
    new Printed().by(command);
    return command;
  }

  private static Terminal terminal(String code) {
    String adapter = code.startsWith("K") ? "kiosk" : "pos";
    return new Terminal(
        code,
        "A1",
        adapter,
        TerminalKind.POS,
        "",
        Terminal.Status.ACTIVE,
        "000001",
        null,
        null,
        null,
        false);
  }

  private static GateStatus serving(String version) {
    AdapterInfo info = new AdapterInfo("pos", "Acme", "b", 1, version, Map.of());
    return new GateStatus("e", info, State.SERVING, 0, 0, 0, Circuit.CLOSED, "");
  }

  @Test
  void aShareIsGivenInSomebodysNameAndShown() throws Exception {
    statuses.add(serving("1.1.0"));
    statuses.add(serving("1.2.0"));
    AdapterShareCommand command = command("pos", "1.2.0");
    command.percent = 10;
    command.terminals = List.of("T1", "T1");
    Printed printed = new Printed().by(command);
    As.user("alice", Recorded.by(command)::execute);
    assertThat(log).containsExactly("alice gives pos 1.2.0: 10 % of the terminals, and T1");
    assertThat(printed.lines())
        .last()
        .isEqualTo("pos     | 1.2.0   | 10 % of the terminals, and T1 | serves its share");
  }

  @Test
  void aShareIsEnded() throws Exception {
    shares.add(new AdapterShare("pos", "1.2.0", 10, Set.of()));
    AdapterShareCommand command = command("pos", null);
    command.off = true;
    Printed printed = new Printed().by(command);
    As.user("bob", Recorded.by(command)::execute);
    assertThat(log).containsExactly("bob ends pos");
    assertThat(printed.lines()).contains("no adapter is shared");
    assertThatThrownBy(() -> As.user("bob", Recorded.by(command)::execute))
        .hasMessage("there is no share of adapter pos");
  }

  @ParameterizedTest
  @CsvSource({
    "pos, 1.3.0, 10,, there is no version 1.3.0 of adapter pos",
    "kiosk, 1.2.0, 10,, there is no terminal adapter kiosk",
    "pos, 1.2.0, 101,, percent: not from 0 to 100: 101",
    "pos, 1.2.0, -1,, percent: not from 0 to 100: -1",
    "pos, new, 10,, version: not like 1.2.0: new",
    "pos, 1.2.0, 10, T-1, 'terminals: a code has 1 to 16 letters or digits, not: T-1'",
    "pos, 1.2.0, 10, T2, adapter pos has no terminal T2",
    "pos, 1.2.0, 10, K1, adapter pos has no terminal K1",
    "pos, 1.2.0,,, 'a share needs a percentage, terminals, or both'",
    "pos,, 10,, which version?",
    ",, 10,, 'name the adapter, such as pos'",
  })
  void whatMeansNothingIsRefused(
      String adapter, String version, Integer percent, String terminal, String why) {
    AdapterShareCommand command = command(adapter, version);
    command.percent = percent;
    command.terminals = terminal == null ? null : List.of(terminal);
    assertThatThrownBy(() -> As.user("alice", Recorded.by(command)::execute))
        .hasMessageStartingWith(why);
    assertThat(shares).isEmpty();
  }

  @Test
  void aVersionThatComesLaterIsNamedAhead() throws Exception {
    statuses.add(serving("1.1.0"));
    AdapterShareCommand command = command("pos", "1.3.0");
    command.percent = 10;
    command.ahead = true;
    Printed printed = new Printed().by(command);
    As.user("alice", Recorded.by(command)::execute);
    assertThat(printed.lines()).last().asString().endsWith("is not there; all are served by 1.1.0");
  }

  @Test
  void offTakesNothingElse() {
    AdapterShareCommand command = command("pos", "1.2.0");
    command.off = true;
    assertThatThrownBy(() -> As.user("alice", Recorded.by(command)::execute))
        .hasMessage("--off takes the adapter's name only");
  }

  @Test
  void nobodyDoesSoWithoutALogin() {
    AdapterShareCommand command = command("pos", "1.2.0");
    command.percent = 10;
    assertThatThrownBy(() -> As.console(Recorded.by(command)::execute))
        .hasMessageContaining("nobody is logged in");
    assertThat(shares).isEmpty();
  }

  @Test
  void whatCannotBeKeptIsTold() {
    trouble = new IOException("disk full");
    AdapterShareCommand command = command("pos", "1.2.0");
    command.percent = 10;
    assertThatThrownBy(() -> As.user("alice", Recorded.by(command)::execute))
        .hasMessageContaining("it is as before: java.io.IOException: disk full");
  }

  @Test
  void withoutArgumentsSharesAreListed() throws Exception {
    shares.add(new AdapterShare("pos", "1.2.0", 0, Set.of("T1")));
    assertThat(new Printed().run(command(null, null))).last().asString().endsWith("serves");
    statuses.add(serving("1.2.0"));
    assertThat(new Printed().run(command(null, null)))
        .last()
        .isEqualTo("pos     | 1.2.0   | T1     | serves all, since no other version is there");
    assertThat(log).isEmpty();
  }
}
