package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.Limits;
import org.junit.jupiter.api.Test;

class LimitCommandsTest {

  private final List<String> calls = new ArrayList<>();
  private final List<Limits.Request> requests = new ArrayList<>();
  private String forbidden;

  private final Limits desk =
      Fake.of(
          Limits.class,
          Map.of(
              "request", arguments -> change("request", arguments),
              "authorize", arguments -> change("authorize", arguments),
              "drop", arguments -> change("drop", arguments),
              "requests", arguments -> requests));

  private Object change(String name, Object[] arguments) {
    if (forbidden != null) {
      throw new IllegalStateException(forbidden);
    }
    calls.add(name + Arrays.asList(arguments));
    return Lines.with(Lines.line("A001", null), 5_000_000, -1_234_567, 8_900);
  }

  private LimitRequestCommand request() {
    LimitRequestCommand command = new LimitRequestCommand();
    command.limits = desk;
    command.holder = "A001";
    command.limit = "50000";
    command.reason = "more customers";
    return command;
  }

  private LimitAuthorizeCommand authorize() {
    LimitAuthorizeCommand command = new LimitAuthorizeCommand();
    command.limits = desk;
    command.holder = "A001";
    command.limit = "50000.00";
    return command;
  }

  private LimitDropCommand drop() {
    LimitDropCommand command = new LimitDropCommand();
    command.limits = desk;
    command.holder = "A001/C01";
    return command;
  }

  @Test
  void twoPersonsChangeALimitInTheirOwnNames() throws Exception {
    assertThat(As.user("alice", () -> new Printed().run(request())))
        .containsExactly(
            "alice has asked for a limit of 50000.00 for A001; another person authorizes it with"
                + " 'limit-authorize A001 50000.00'");
    assertThat(As.user("bob", () -> new Printed().run(authorize())))
        .containsExactly("bob has set the limit of A001 to 50000.00; 37565.33 are available");
    assertThat(As.user("carol", () -> new Printed().run(drop())))
        .containsExactly("carol has dropped the wish for another limit of A001/C01");
    assertThat(calls)
        .containsExactly(
            "request[A001, 50000.00, alice, more customers]",
            "authorize[A001, 50000.00, bob]",
            "drop[A001/C01, carol]");
  }

  @Test
  void nobodyChangesALimitWithoutALogin() {
    for (LimitCommand command : List.of(request(), authorize(), drop())) {
      assertThatThrownBy(() -> As.console(Recorded.by(command)::execute))
          .isInstanceOf(CommandException.class)
          .hasMessageStartingWith("nobody is logged in here");
    }
    assertThat(calls).isEmpty();
  }

  @Test
  void aRuleThatForbidsItIsTheError() {
    forbidden = "a second person must authorize it, not alice";
    for (LimitCommand command : List.of(request(), authorize(), drop())) {
      assertThatThrownBy(() -> As.user("alice", Recorded.by(command)::execute))
          .isInstanceOf(CommandException.class)
          .hasMessage(forbidden);
    }
  }

  @Test
  void whatIsNoAmountIsRefused() {
    LimitAuthorizeCommand command = authorize();
    command.limit = "50,000";
    assertThatThrownBy(() -> As.user("bob", Recorded.by(command)::execute))
        .isInstanceOf(CommandException.class)
        .hasMessage("not an amount in yuan: 50,000");
    assertThat(calls).isEmpty();
  }

  @Test
  void whatWaitsForASecondPersonIsListed() throws Exception {
    LimitListCommand command = new LimitListCommand();
    command.limits = desk;
    command.credit = Lines.service(Lines.line("A001", null), Lines.line("A001/C01", null));
    command.zone = ZoneOffset.ofHours(8);
    assertThat(new Printed().run(command)).contains("no requests");
    requests.add(
        new Limits.Request(
            Holder.parse("A001/C01"),
            Money.parse("2500.00"),
            "alice",
            Records.NOW,
            "more customers"));
    List<String> lines = new Printed().run(command);
    assertThat(lines.get(0))
        .isEqualTo(
            "Holder   | Name             | Limit now | Asked for | By    | At"
                + "                         | Reason");
    assertThat(lines)
        .last()
        .isEqualTo(
            "A001/C01 | Name of A001/C01 |    100.00 |   2500.00 | alice | 2026-11-23 10:00:00"
                + " +08:00 | more customers");
  }
}
