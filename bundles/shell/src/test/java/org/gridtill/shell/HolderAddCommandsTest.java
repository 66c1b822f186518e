package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.Limits;
import org.junit.jupiter.api.Test;

class HolderAddCommandsTest {

  private final List<String> calls = new ArrayList<>();
  private RuntimeException inTheWay;
  private RuntimeException againstTheLimit;

  private final Agencies register =
      Fake.of(
          Agencies.class,
          Map.of(
              "addAgency", arguments -> call("addAgency", arguments, inTheWay),
              "addCollector", arguments -> call("addCollector", arguments, inTheWay)));

  private final Limits limits =
      Fake.of(
          Limits.class,
          Map.of("request", arguments -> call("request", arguments, againstTheLimit)));

  private Object call(String name, Object[] arguments, RuntimeException failure) {
    if (failure != null) {
      throw failure;
    }
    calls.add(name + Arrays.asList(arguments));
    return null;
  }

  private AgencyAddCommand agency(String limit) {
    AgencyAddCommand command = new AgencyAddCommand();
    command.agencies = register;
    command.limits = limits;
    command.code = "A002";
    command.name = "Hillside agency";
    command.limit = limit;
    return command;
  }

  private CollectorAddCommand collector(String code) {
    CollectorAddCommand command = new CollectorAddCommand();
    command.agencies = register;
    command.limits = limits;
    command.agency = "A002";
    command.code = code;
    command.name = "Wang";
    command.limit = "500.00";
    return command;
  }

  private static List<String> alice(ShellCommand command) throws Exception {
    return As.user("alice", () -> new Printed().run(command));
  }

  @Test
  void anAgencyIsAddedAndItsLimitAskedFor() throws Exception {
    assertThat(alice(agency("1000")))
        .containsExactly(
            "agency A002 may hold nothing yet; a second person lets it hold 1000.00 with"
                + " 'limit-authorize A002 1000.00'");
    AgencyAddCommand below = agency("1000");
    below.under = "P001";
    alice(below);
    assertThat(calls)
        .containsExactly(
            "addAgency[A002, Hillside agency, null]",
            "request[A002, 1000.00, alice, new agency]",
            "addAgency[A002, Hillside agency, P001]",
            "request[A002, 1000.00, alice, new agency]");
  }

  @Test
  void aCollectorIsAddedAndTheLimitAskedFor() throws Exception {
    assertThat(alice(collector("C01")))
        .containsExactly(
            "collector A002/C01 may hold nothing yet; a second person lets it hold 500.00 with"
                + " 'limit-authorize A002/C01 500.00'");
    assertThat(calls)
        .containsExactly(
            "addCollector[A002/C01, Wang]", "request[A002/C01, 500.00, alice, new collector]");
  }

  @Test
  void nobodyIsAskedForALimitOfNothing() throws Exception {
    assertThat(alice(agency("0"))).containsExactly("agency A002 is added, with the limit 0.00");
    assertThat(calls).containsExactly("addAgency[A002, Hillside agency, null]");
  }

  @Test
  void whatIsNoLimitAddsNobody() {
    assertThatThrownBy(() -> alice(agency("1e3")))
        .isInstanceOf(CommandException.class)
        .hasMessage("not an amount in yuan: 1e3");
    assertThatThrownBy(() -> alice(agency("-1.00"))).hasMessage("a limit is not negative: -1.00");
    assertThatThrownBy(() -> alice(collector("C 1"))).hasMessage("wrong collector code: C 1");
    assertThat(calls).isEmpty();
  }

  @Test
  void whatForbidsItIsTheError() {
    inTheWay = new IllegalStateException("P001 is closed");
    assertThatThrownBy(() -> alice(agency("1000")))
        .isInstanceOf(CommandException.class)
        .hasMessage("P001 is closed");
    inTheWay = new IllegalArgumentException("collector A002/C01 exists");
    assertThatThrownBy(() -> alice(collector("C01")))
        .isInstanceOf(CommandException.class)
        .hasMessage("collector A002/C01 exists");
    assertThat(calls).isEmpty();
  }

  @Test
  void whoIsAddedWithoutALimitIsSaidToBe() {
    againstTheLimit = new IllegalArgumentException("a limit is from 0.00 to 9.99, not 1000.00");
    assertThatThrownBy(() -> alice(agency("1000")))
        .isInstanceOf(CommandException.class)
        .hasMessage(
            "A002 is added, but its limit is not asked for: a limit is from 0.00 to 9.99, not"
                + " 1000.00; use limit-request");
  }

  @Test
  void nobodyIsAddedWithoutALoginOrAService() {
    assertThatThrownBy(() -> As.console(Recorded.by(agency("1000"))::execute))
        .isInstanceOf(CommandException.class)
        .hasMessageStartingWith("nobody is logged in here");
    AgencyAddCommand without = agency("1000");
    without.limits = null;
    assertThatThrownBy(() -> alice(without))
        .isInstanceOf(CommandException.class)
        .hasMessageStartingWith("the limit desk is not running");
    assertThat(calls).isEmpty();
  }
}
