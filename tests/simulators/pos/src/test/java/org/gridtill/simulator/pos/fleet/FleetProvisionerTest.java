package org.gridtill.simulator.pos.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.HolderState;
import org.gridtill.api.platform.credit.Limits;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.vault.KeyCeremony;
import org.gridtill.api.platform.vault.KeyCeremony.NewKey;
import org.gridtill.api.platform.vault.Suite;
import org.gridtill.api.platform.vault.TerminalKeys;
import org.junit.jupiter.api.Test;

class FleetProvisionerTest {

  private final Set<String> agencies = new LinkedHashSet<>();
  private final Set<String> collectors = new LinkedHashSet<>();
  private final Set<String> limited = new LinkedHashSet<>();
  private final Set<String> terminals = new LinkedHashSet<>();
  private final List<String> keys = new ArrayList<>();

  private static final TerminalKeys LOADED =
      new TerminalKeys(
          "", new TerminalKeys.Master(Suite.SM4, true, "", null, ""), null, null, false);

  private int registrationsLeft = Integer.MAX_VALUE;
  private Runnable afterRegistration = () -> {};

  @Test
  void addsWhatIsMissingAndNothingTwice() {
    assertThat(provisioner(2, 3).provision()).isEqualTo(6);
    assertThat(agencies).containsExactly("A001 Riverside agency", "A002 Hillside agency");
    assertThat(terminals)
        .containsExactly(
            "T0000001 A001",
            "T0000002 A001",
            "T0000003 A001",
            "T0000004 A002",
            "T0000005 A002",
            "T0000006 A002");
    assertThat(collectors).containsExactly("A001/C01", "A002/C01");
    assertThat(limited).containsExactly("A001", "A001/C01", "A002", "A002/C01");
    assertThat(keys).hasSize(6);
    assertThat(provisioner(2, 3).provision()).isZero();
    assertThat(keys).as("a key loaded again would end the sessions").hasSize(6);
  }

  @Test
  void completesAStartThatWasBrokenOff() {
    registrationsLeft = 2;
    assertThatThrownBy(() -> provisioner(1, 4).provision())
        .isInstanceOf(IllegalStateException.class);
    registrationsLeft = Integer.MAX_VALUE;
    assertThat(provisioner(1, 4).provision()).isEqualTo(2);
    assertThat(terminals).hasSize(4);
    assertThat(keys)
        .as("each once")
        .containsExactly("T0000001", "T0000002", "T0000003", "T0000004");
  }

  /** A fleet of another plan may come next, which has other terminals in the second agency. */
  @Test
  void putsNothingIntoLaterAgenciesOnceItIsStopped() {
    FleetProvisioner provisioner = provisioner(3, 2);
    afterRegistration = provisioner::stop;

    assertThat(provisioner.provision()).isEqualTo(1);

    assertThat(agencies).containsExactly("A001 Riverside agency");
    assertThat(terminals).containsExactly("T0000001 A001");
  }

  @Test
  void refusesWrongSettingsNamingThem() {
    assertWrong(0, 1, "1", "agencyCount");
    assertWrong(1, 10_001, "1", "terminalsPerAgency");
    assertWrong(1, 1, "-1", "creditLimit");
    assertWrong(1, 1, "lots", "creditLimit");
  }

  private static void assertWrong(int agencies, int terminals, String limit, String key) {
    assertThatThrownBy(() -> FleetPlan.of(configuration(agencies, terminals, limit)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("org.gridtill.simulator.fleet: " + key);
  }

  private FleetProvisioner provisioner(int agencyCount, int terminalCount) {
    FleetPlan plan =
        new FleetPlan(agencyCount, terminalCount, 1, Money.parse("1000"), false, 0, Suite.SM4);
    return new FleetProvisioner(
        credit(), register(), limits(), registry(), new FleetKeys(ceremony()), null, plan);
  }

  private Credit credit() {
    return fake(
        Credit.class,
        (method, args) ->
            switch (method) {
              case "list" ->
                  Stream.concat(
                          agencies.stream().map(agency -> agency.substring(0, 4)),
                          collectors.stream())
                      .map(FleetProvisionerTest::line)
                      .toList();
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private Agencies register() {
    return fake(
        Agencies.class,
        (method, args) ->
            switch (method) {
              case "addAgency" -> agencies.add(args[0] + " " + args[1]);
              case "addCollector" -> collectors.add(args[0].toString());
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private Limits limits() {
    return fake(Limits.class, (method, args) -> method.equals("authorize") ? limit(args) : null);
  }

  private CreditLine limit(Object[] args) {
    assertThat(args[1]).isEqualTo(Money.parse("1000"));
    limited.add(args[0].toString());
    return line(args[0].toString());
  }

  private TerminalRegistry registry() {
    return fake(
        TerminalRegistry.class,
        (method, args) ->
            switch (method) {
              case "register" -> register(args[0] + " " + args[1]);
              case "list" -> terminals.stream().map(FleetProvisionerTest::terminal).toList();
              default -> throw new UnsupportedOperationException(method);
            });
  }

  /** Each key comes in two components of two people. */
  private KeyCeremony ceremony() {
    Map<String, Object> waiting = new HashMap<>();
    return fake(
        KeyCeremony.class,
        (method, args) -> {
          if (method.equals("find")) {
            return keys.contains(args[0]) ? Optional.of(LOADED) : Optional.empty();
          }
          NewKey key = (NewKey) args[0];
          assertThat(key).isEqualTo(new NewKey(key.terminalCode(), Suite.SM4, false));
          Object first = waiting.remove(key.terminalCode());
          if (first == null) {
            waiting.put(key.terminalCode(), args[2]);
            return Optional.empty();
          }
          assertThat(args[2]).as("the second person").isNotEqualTo(first);
          keys.add(key.terminalCode());
          return Optional.of(new byte[4]);
        });
  }

  private Object register(String terminal) {
    if (registrationsLeft-- == 0) {
      throw new IllegalStateException("the database is away");
    }
    terminals.add(terminal);
    afterRegistration.run();
    return null;
  }

  private static CreditLine line(String holder) {
    return new CreditLine(
        Holder.parse(holder),
        holder,
        null,
        HolderState.ACTIVE,
        "",
        Money.parse("1000"),
        Money.ZERO,
        Money.ZERO);
  }

  private static Terminal terminal(String terminal) {
    return new Terminal(
        terminal.substring(0, 8),
        terminal.substring(9),
        "pos",
        TerminalKind.POS,
        "",
        Terminal.Status.ACTIVE,
        "000001",
        null,
        null,
        null,
        false);
  }

  /** What a fake does when one of its methods is called. */
  private interface Behavior {
    Object call(String method, Object[] args);
  }

  private static <T> T fake(Class<T> type, Behavior behavior) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> {
              Object result = behavior.call(method.getName(), args);
              return method.getReturnType() == void.class ? null : result;
            }));
  }

  private static FleetConfiguration configuration(int agencies, int terminals, String limit) {
    return new FleetConfiguration() {
      @Override
      public Class<FleetConfiguration> annotationType() {
        return FleetConfiguration.class;
      }

      @Override
      public int agencyCount() {
        return agencies;
      }

      @Override
      public int terminalsPerAgency() {
        return terminals;
      }

      @Override
      public int collectorsPerAgency() {
        return 1;
      }

      @Override
      public boolean bindings() {
        return false;
      }

      @Override
      public int paymentCars() {
        return 0;
      }

      @Override
      public String creditLimit() {
        return limit;
      }

      @Override
      public String suite() {
        return "AES_CMAC";
      }
    };
  }
}
