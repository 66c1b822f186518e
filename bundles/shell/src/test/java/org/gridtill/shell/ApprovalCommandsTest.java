package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.platform.approvals.Act;
import org.gridtill.api.platform.approvals.Approvals;
import org.gridtill.api.platform.approvals.Approvals.Approved;
import org.gridtill.api.platform.approvals.Approvals.Asked;
import org.gridtill.api.platform.approvals.Request;
import org.gridtill.api.platform.approvals.Request.State;
import org.gridtill.api.platform.people.People;
import org.gridtill.api.platform.people.Role;
import org.junit.jupiter.api.Test;

/** Commands that ask for a second administrator, and those by which the second one answers. */
class ApprovalCommandsTest {

  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
  private static final Act CAROL = Act.addPerson("carol", Set.of(Role.ADMINISTRATOR), null);

  private final List<String> calls = new ArrayList<>();
  private boolean needed = true;

  private final Approvals desk =
      Fake.of(
          Approvals.class,
          Map.of(
              "isNeeded", arguments -> needed,
              "ask", noting("ask", new Asked(7, NOON, "aaaa-bbbb-cccc")),
              "approve",
                  noting("approve", new Approved(request(State.DONE), "dddd-eeee-ffff", List.of())),
              "refuse", noting("refuse", request(State.REFUSED)),
              "list", arguments -> List.of(request(State.REQUESTED))));

  private static Request request(State state) {
    return new Request(7, CAROL, state, "anna", NOON, NOON.plusSeconds(60), null);
  }

  private Function<Object[], Object> noting(String name, Object result) {
    return arguments -> {
      calls.add(name + Arrays.asList(arguments).subList(0, arguments.length - 1));
      return result;
    };
  }

  private People register() {
    Map<String, Function<Object[], Object>> methods = new HashMap<>();
    for (String name : List.of("add", "resetPassword")) {
      methods.put(name, noting(name, "whole-password"));
    }
    for (String name : List.of("assign", "unlock")) {
      methods.put(name, noting(name, null));
    }
    methods.put("find", arguments -> Optional.empty());
    return Fake.of(People.class, methods);
  }

  private <T extends PersonChangeCommand> T about(T command) {
    command.people = register();
    command.approvals = desk;
    return command;
  }

  private PersonAddCommand add() {
    PersonAddCommand command = about(new PersonAddCommand());
    command.name = "carol";
    command.roles = "administrator";
    return command;
  }

  private static List<String> bert(ShellCommand command) throws Exception {
    return As.user("bert", () -> new Printed().run(command));
  }

  @Test
  void whatNeedsAnotherIsAskedForAndNotDone() throws Exception {
    assertThat(bert(add()))
        .startsWith(
            "nothing is done yet: person-add carol administrator needs another administrator",
            "request 7 waits until 2026-11-28T12:00:00Z; another administrator types:"
                + " approval-approve 7 carol",
            "first half of the one-time password: aaaa-bbbb-cccc");
    assertThat(calls).containsExactly("ask[" + CAROL + "]");
  }

  @Test
  void whatNeedsNobodyIsDone() throws Exception {
    needed = false;
    assertThat(bert(add())).first().isEqualTo("one-time password of carol: whole-password");
    assertThat(calls).containsExactly("add[carol, [ADMINISTRATOR], null]");
  }

  @Test
  void theOthersAskToo() throws Exception {
    PersonAssignCommand assign = about(new PersonAssignCommand());
    assign.name = "mona";
    assign.roles = "administrator";
    PersonResetCommand reset = about(new PersonResetCommand());
    reset.name = "mona";
    PersonUnlockCommand unlock = about(new PersonUnlockCommand());
    unlock.name = "mona";
    for (PersonChangeCommand command : List.of(assign, reset, unlock)) {
      assertThat(bert(command)).first().asString().startsWith("nothing is done yet");
    }
    assertThat(calls).hasSize(3).allMatch(call -> call.startsWith("ask[Act[kind=PERSON_"));
  }

  @Test
  void whoApprovesGetsTheSecondHalf() throws Exception {
    ApprovalApproveCommand command = new ApprovalApproveCommand();
    command.approvals = desk;
    command.number = 7;
    command.what = "carol";
    assertThat(bert(command))
        .startsWith(
            "bert has approved request 7 of anna: person-add carol administrator",
            "second half of the one-time password: dddd-eeee-ffff");
    assertThat(calls).containsExactly("approve[7, carol]");
  }

  @Test
  void whoRefusesIsTold() throws Exception {
    ApprovalRefuseCommand command = new ApprovalRefuseCommand();
    command.approvals = desk;
    command.number = 7;
    assertThat(bert(command))
        .containsExactly("bert has refused request 7: person-add carol administrator");
  }

  @Test
  void requestsAreListed() throws Exception {
    ApprovalListCommand command = new ApprovalListCommand();
    command.approvals = desk;
    assertThat(bert(command))
        .last()
        .asString()
        .contains("7 ", "REQUESTED", "person-add carol administrator", "anna");
  }

  @Test
  void nothingIsDoneWhileTheDeskIsAway() {
    PersonAddCommand command = add();
    command.approvals = null;
    assertThatThrownBy(() -> bert(command))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("the desk for approvals is not running");
    assertThat(calls).isEmpty();
  }
}
