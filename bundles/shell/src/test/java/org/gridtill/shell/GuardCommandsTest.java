package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.terminals.Binding;
import org.gridtill.api.platform.terminals.Bindings;
import org.gridtill.api.platform.terminals.CollectorCards;
import org.gridtill.api.platform.terminals.Guard;
import org.gridtill.api.platform.terminals.GuardAlarm;
import org.gridtill.api.platform.terminals.GuardAlarms;
import org.gridtill.api.platform.time.PlatformClock;
import org.junit.jupiter.api.Test;

/** Commands about identity cards, SIMs, bindings and alarms. */
class GuardCommandsTest {

  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
  private static final PlatformClock CLOCK =
      Fake.of(PlatformClock.class, Map.of("now", arguments -> NOW));

  private final List<String> calls = new ArrayList<>();

  private Function<Object[], Object> noting(String name, Object result) {
    return arguments -> {
      List<String> words = new ArrayList<>();
      for (Object argument : arguments) {
        words.add(argument instanceof char[] pin ? "PIN of " + pin.length : argument.toString());
      }
      calls.add(name + words);
      return result;
    };
  }

  private static List<String> anna(ShellCommand command) throws Exception {
    return As.user("anna", () -> new Printed().run(command));
  }

  private CardIssueCommand issue(String... typed) {
    CardIssueCommand command = new CardIssueCommand();
    command.cardNo = "88000001";
    command.collector = "A001/C01";
    command.session = new Keyboard(typed).session();
    command.cards = Fake.of(CollectorCards.class, Map.of("issue", noting("issue", null)));
    return command;
  }

  @Test
  void aCardIsIssuedWithAPinThatIsTypedTwiceAndNeverShown() throws Exception {
    List<String> lines = anna(issue("2580", "2580"));
    assertThat(calls)
        .containsExactly("issue[88000001, " + new Holder("A001", "C01") + ", PIN of 4, anna]");
    assertThat(lines).noneMatch(line -> line.contains("2580"));
    assertThat(lines).last().asString().contains("card 88000001 is A001/C01's");
  }

  @Test
  void aPinThatWasMistypedIssuesNothing() {
    assertThatThrownBy(() -> anna(issue("2580", "2581")))
        .isInstanceOf(CommandException.class)
        .hasMessage("the two are not the same");
    assertThat(calls).isEmpty();
  }

  @Test
  void aBindingIsAskedForAndApprovedInSomebodysName() throws Exception {
    Bindings desk =
        Fake.of(
            Bindings.class,
            Map.of("request", noting("request", null), "approve", noting("approve", null)));
    for (BindingCommand command :
        List.of(new BindingRequestCommand(), new BindingApproveCommand())) {
      command.bindings = desk;
      command.terminal = "P1";
      command.card = "88000001";
      assertThat(anna(command).get(0)).startsWith("terminal P1, card 88000001, SIM -: ");
    }
    assertThat(calls)
        .containsExactly("request[P1, 88000001, , anna]", "approve[P1, 88000001, , anna]");
  }

  @Test
  void aRuleThatForbidsItIsShown() {
    BindingApproveCommand command = new BindingApproveCommand();
    command.terminal = "P1";
    command.bindings =
        Fake.of(
            Bindings.class,
            Map.of(
                "approve",
                arguments -> {
                  throw new IllegalStateException("another person must approve this");
                }));
    assertThatThrownBy(() -> anna(command))
        .isInstanceOf(CommandException.class)
        .hasMessage("another person must approve this");
    command.bindings = null;
    assertThatThrownBy(() -> anna(command)).hasMessageStartingWith("the bindings' desk is not");
  }

  @Test
  void nobodyActsWithoutALogin() {
    CardLostCommand command = new CardLostCommand();
    command.cards = Fake.of(CollectorCards.class, Map.of("lost", noting("lost", null)));
    command.cardNo = "88000001";
    assertThatThrownBy(() -> new Printed().run(command))
        .hasMessageContaining("nobody is logged in");
    assertThat(calls).isEmpty();
  }

  @Test
  void bindingsAreListedWithWhoWaitsForWhom() throws Exception {
    BindingListCommand command = new BindingListCommand();
    command.clock = CLOCK;
    command.bindings =
        Fake.of(
            Bindings.class,
            Map.of(
                "list",
                arguments ->
                    List.of(
                        new Binding(
                            "P1",
                            "88000001",
                            "",
                            Binding.State.REQUESTED,
                            "anna",
                            "",
                            NOW.minusSeconds(30)))));
    assertThat(new Printed().run(command).get(2))
        .matches("P1 +\\| 88000001 \\| - +\\| REQUESTED \\| anna +\\| - +\\| 30 s");
  }

  @Test
  void alarmsNameTheGuard() throws Exception {
    AlarmListCommand list = new AlarmListCommand();
    list.clock = CLOCK;
    GuardAlarm alarm = new GuardAlarm("P1", Guard.SIM, "SIM_REFUSED", "another SIM", 7, NOW, NOW);
    list.alarms =
        Fake.of(
            GuardAlarms.class,
            Map.of("open", a -> List.of(alarm), "acknowledge", noting("acknowledge", 1)));
    assertThat(new Printed().run(list).get(2))
        .matches("P1 +\\| SIM +\\| SIM_REFUSED \\| 7 +\\| 0 s +\\| 0 s +\\| another SIM");
    AlarmSeenCommand seen = new AlarmSeenCommand();
    seen.alarms = list.alarms;
    seen.terminal = "P1";
    assertThat(anna(seen)).containsExactly("1 alarm of terminal P1 seen");
    assertThat(calls).containsExactly("acknowledge[P1, anna]");
  }
}
