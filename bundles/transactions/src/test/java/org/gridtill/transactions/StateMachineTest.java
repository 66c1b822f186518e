package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.transactions.StateMachine.Transition;
import org.junit.jupiter.api.Test;

class StateMachineTest {

  private static final Set<TransactionState> HOLDING_A_RESERVATION =
      EnumSet.of(
          TransactionState.AUTHORISED, TransactionState.IN_DOUBT, TransactionState.CANCELING);
  private static final Set<TransactionState> BOOKED =
      EnumSet.of(TransactionState.COMPLETED, TransactionState.REVERSING);

  @Test
  void hasAtMostOneRowForAStateAndAnEvent() {
    for (TransactionState state : TransactionState.values()) {
      for (Event event : Event.values()) {
        assertThat(StateMachine.TABLE.stream().filter(t -> t.from() == state && t.on() == event))
            .as("%s on %s", state, event)
            .hasSizeLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void movesMoneyExactlyWithTheStatesThatStandForIt() {
    for (Transition t : StateMachine.TABLE) {
      boolean books = HOLDING_A_RESERVATION.contains(t.from()) && BOOKED.contains(t.to());
      boolean releases =
          HOLDING_A_RESERVATION.contains(t.from()) && t.to() == TransactionState.DECLINED;
      boolean unbooks = BOOKED.contains(t.from()) && t.to() == TransactionState.REVERSED;
      assertThat(t.actions().contains(Action.BOOK)).as("%s books", t).isEqualTo(books);
      assertThat(t.actions().contains(Action.RELEASE)).as("%s releases", t).isEqualTo(releases);
      assertThat(t.actions().contains(Action.UNBOOK)).as("%s unbooks", t).isEqualTo(unbooks);
    }
  }

  @Test
  void leavesEveryUnsettledStateSomeDay() {
    for (TransactionState state : TransactionState.values()) {
      List<Transition> out =
          StateMachine.TABLE.stream()
              .filter(t -> t.from() == state && t.to() != state && t.to().isSettled())
              .toList();
      if (!state.isSettled()) {
        assertThat(out).as("ways out of %s", state).isNotEmpty();
      }
    }
  }

  @Test
  void leavesOnlyCompletedOfTheSettledStates() {
    assertThat(StateMachine.TABLE.stream().map(Transition::from).filter(s -> s.isSettled()))
        .containsOnly(TransactionState.COMPLETED);
  }
}
