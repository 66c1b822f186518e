package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.Agencies.Contact;
import org.gridtill.api.platform.credit.HolderState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that change agencies and collectors which are there. */
class HolderCommandsTest {

  private final List<String> calls = new ArrayList<>();
  private HolderState closed = HolderState.CLOSED;
  private String forbidden;

  private final Agencies register =
      Fake.of(
          Agencies.class,
          Map.of(
              "suspend", arguments -> change("suspend", arguments, null),
              "resume", arguments -> change("resume", arguments, null),
              "move", arguments -> change("move", arguments, null),
              "close", arguments -> change("close", arguments, closed),
              "contact",
                  arguments ->
                      arguments.length == 1
                          ? new Contact("old", "en")
                          : change("contact", arguments, null)));

  private Object change(String name, Object[] arguments, Object answer) {
    if (forbidden != null) {
      throw new IllegalStateException(forbidden);
    }
    calls.add(name + Arrays.asList(arguments));
    return answer;
  }

  private HolderSuspendCommand suspend(String holder) {
    HolderSuspendCommand command = new HolderSuspendCommand();
    command.agencies = register;
    command.holder = holder;
    command.reason = "an audit";
    return command;
  }

  private HolderResumeCommand resume(String holder) {
    HolderResumeCommand command = new HolderResumeCommand();
    command.agencies = register;
    command.holder = holder;
    return command;
  }

  private HolderCloseCommand close(String holder) {
    HolderCloseCommand command = new HolderCloseCommand();
    command.agencies = register;
    command.holder = holder;
    command.reason = "gives up";
    return command;
  }

  private AgencyMoveCommand move(String agency, String under) {
    AgencyMoveCommand command = new AgencyMoveCommand();
    command.agencies = register;
    command.agency = agency;
    command.under = under;
    return command;
  }

  private AgencyContactCommand contact(String holder, String address, String language) {
    AgencyContactCommand command = new AgencyContactCommand();
    command.agencies = register;
    command.holder = holder;
    command.address = address;
    command.language = language;
    return command;
  }

  private static List<String> alice(ShellCommand command) throws Exception {
    return As.user("alice", () -> new Printed().run(command));
  }

  @Test
  void holdersAreSuspendedAndResumedInTheNameOfWhoIsLoggedIn() throws Exception {
    assertThat(alice(suspend("A001")))
        .containsExactly("alice has suspended A001 and everybody below it; holder-resume ends it");
    assertThat(alice(suspend("A001/C01")))
        .containsExactly("alice has suspended A001/C01; holder-resume ends it");
    assertThat(alice(resume("A001/C01"))).containsExactly("alice has resumed A001/C01");
    assertThat(calls)
        .containsExactly(
            "suspend[A001, alice, an audit]",
            "suspend[A001/C01, alice, an audit]",
            "resume[A001/C01, alice]");
  }

  @Test
  void whoIsClosedWithMoneyIsSaidToBeClosing() throws Exception {
    assertThat(alice(close("A001"))).containsExactly("alice has closed A001");
    closed = HolderState.CLOSING;
    assertThat(alice(close("A001/C01")))
        .containsExactly(
            "alice has closed A001/C01; it is CLOSING until its money is remitted or paid back, and"
                + " takes none any more");
    assertThat(calls)
        .containsExactly("close[A001, alice, gives up]", "close[A001/C01, alice, gives up]");
  }

  @Test
  void anAgencyIsMovedUnderAnotherOrUnderNone() throws Exception {
    assertThat(alice(move("A001", "P002"))).containsExactly("alice has moved A001 under P002");
    assertThat(alice(move("A001", null)))
        .containsExactly("alice has moved A001; nobody is above it");
    assertThat(calls).containsExactly("move[A001, P002, alice]", "move[A001, null, alice]");
  }

  @Test
  void aContactKeepsItsLanguageUnlessAnotherIsGiven() throws Exception {
    assertThat(alice(contact("A001", "13800000000", null)))
        .containsExactly("messages to A001 go to 13800000000, in en");
    assertThat(alice(contact("A001/C01", "13800000001", "zh")))
        .containsExactly("messages to A001/C01 go to 13800000001, in zh");
    assertThat(alice(contact("A001", "", null))).containsExactly("messages to A001 are not sent");
    assertThat(calls)
        .containsExactly(
            "contact[A001, 13800000000, en]",
            "contact[A001/C01, 13800000001, zh]",
            "contact[A001, , en]");
  }

  @Test
  void nobodyDecidesWithoutALogin() {
    for (ShellCommand command :
        List.of(suspend("A001"), resume("A001"), close("A001"), move("A001", null))) {
      assertThatThrownBy(() -> As.console(Recorded.by(command)::execute))
          .isInstanceOf(CommandException.class)
          .hasMessageStartingWith("nobody is logged in here");
    }
    assertThat(calls).isEmpty();
  }

  @Test
  void aStateThatForbidsItIsTheError() {
    forbidden = "A001 is closed";
    for (ShellCommand command :
        List.of(
            suspend("A001"),
            resume("A001"),
            close("A001"),
            move("A001", null),
            contact("A001", "1", "zh"))) {
      assertThatThrownBy(() -> As.user("alice", Recorded.by(command)::execute))
          .as(command.getClass().getSimpleName())
          .isInstanceOf(CommandException.class)
          .hasMessage("A001 is closed");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"A 1", "A001/", "/C01", "A001/C01/2"})
  void whatIsNoHolderIsRefused(String typed) {
    assertThatThrownBy(() -> As.user("alice", Recorded.by(suspend(typed))::execute))
        .isInstanceOf(CommandException.class)
        .hasMessageStartingWith("wrong ");
    assertThat(calls).isEmpty();
  }

  @Test
  void aRegisterThatIsAwayIsNamed() {
    HolderSuspendCommand command = suspend("A001");
    command.agencies = null;
    assertThatThrownBy(() -> As.user("alice", Recorded.by(command)::execute))
        .isInstanceOf(CommandException.class)
        .hasMessageStartingWith("the register of agencies is not running");
  }
}
