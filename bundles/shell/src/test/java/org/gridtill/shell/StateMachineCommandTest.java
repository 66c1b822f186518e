package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gridtill.api.platform.transactions.StateTransition;
import org.gridtill.api.platform.transactions.TransactionEngine;
import org.junit.jupiter.api.Test;

class StateMachineCommandTest {

  private final StateMachineCommand command = new StateMachineCommand();

  private void transitions(StateTransition... transitions) {
    command.engine =
        Fake.of(TransactionEngine.class, Map.of("stateMachine", arguments -> List.of(transitions)));
  }

  private void twoTransitions() {
    transitions(
        new StateTransition("money", "", "admitted", "AUTHORISED", List.of("reserve", "log")),
        new StateTransition("card", "TO_WRITE", "reported", "WRITTEN", List.of()));
  }

  @Test
  void itIsATable() throws Exception {
    twoTransitions();
    assertThat(new Printed().run(command))
        .containsExactly(
            "fact  | state    | event    | next state | in the same commit",
            "------+----------+----------+------------+-------------------",
            "money | -        | admitted | AUTHORISED | reserve; log",
            "card  | TO_WRITE | reported | WRITTEN    | -");
  }

  @Test
  void itIsAlsoMarkdown() throws Exception {
    twoTransitions();
    command.markdown = true;
    assertThat(new Printed().run(command))
        .containsExactly(
            "| fact | state | event | next state | in the same commit |",
            "| --- | --- | --- | --- | --- |",
            "| money | - | admitted | AUTHORISED | reserve; log |",
            "| card | TO_WRITE | reported | WRITTEN | - |");
  }

  @Test
  void aBarDoesNotEndACell() {
    StateTransition transition = new StateTransition("meter", "A|B", "taken", "C", List.of());
    assertThat(new StateMachineTable(List.of(transition)).markdown())
        .last()
        .isEqualTo("| meter | A\\|B | taken | C | - |");
  }
}
