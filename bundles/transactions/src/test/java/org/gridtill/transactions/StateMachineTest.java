package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.transactions.StateMachine.Transition;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StateMachineTest {

  private static final Set<TransactionState> HOLDING_A_RESERVATION =
      EnumSet.of(
          TransactionState.AUTHORISED, TransactionState.IN_DOUBT, TransactionState.CANCELING);
  private static final Set<TransactionState> BOOKED =
      EnumSet.of(TransactionState.COMPLETED, TransactionState.REVERSING);

  /** Every state and every event: the row that is meant, or nothing; written by hand, once more. */
  @TestFactory
  Stream<DynamicTest> isRightInEveryCell() {
    return Stream.of(
            cells(Fact.MONEY, StateMachine.MONEY, TransactionState.values()),
            cells(Fact.CARD, StateMachine.CARD, CardState.values()),
            cells(Fact.METER, StateMachine.METER, MeterState.values()))
        .flatMap(s -> s);
  }

  private static <S extends Enum<S>> Stream<DynamicTest> cells(
      Fact fact, List<Transition<S>> table, S[] states) {
    return Arrays.stream(states)
        .flatMap(
            state -> Arrays.stream(Event.values()).map(event -> cell(fact, table, state, event)));
  }

  private static <S extends Enum<S>> DynamicTest cell(
      Fact fact, List<Transition<S>> table, S state, Event event) {
    String expected = ExpectedCells.next(fact, state.name(), event.name());
    return DynamicTest.dynamicTest(
        fact + " " + state + " on " + event,
        () -> {
          Optional<Transition<S>> found = StateMachine.next(table, state, event);
          assertThat(found.map(t -> t.to().name()).orElse("")).isEqualTo(expected);
          assertThat(table.stream().filter(t -> t.from() == state && t.on() == event))
              .hasSizeLessThanOrEqualTo(1);
        });
  }

  @Test
  void movesMoneyExactlyWithTheStatesThatStandForIt() {
    for (Transition<TransactionState> t : StateMachine.MONEY) {
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
  void givesTheTerminalTheCardExactlyWhenTheMoneyStands() {
    for (Transition<TransactionState> t : StateMachine.MONEY) {
      boolean stands = t.to() == TransactionState.COMPLETED && t.from() != t.to();
      assertThat(t.actions().contains(Action.GIVE)).as("%s gives", t).isEqualTo(stands);
    }
  }

  @Test
  void letsTheSalesCardGoWheneverAnOrderEndsWithoutOne() {
    for (Transition<TransactionState> t : StateMachine.MONEY) {
      boolean ends = t.to() == TransactionState.DECLINED || t.to() == TransactionState.REVERSED;
      assertThat(t.actions().contains(Action.CLOSE_ORDER)).as("%s closes", t).isEqualTo(ends);
    }
  }

  @Test
  void tellsTheBillingSystemWhateverIsLearnedOfACard() {
    Set<CardState> learned =
        EnumSet.of(CardState.WRITTEN, CardState.NOT_WRITTEN, CardState.UNKNOWN, CardState.CLEARED);
    for (Transition<CardState> t : StateMachine.CARD) {
      assertThat(t.actions().contains(Action.TELL))
          .as("%s tells", t)
          .isEqualTo(learned.contains(t.to()));
    }
  }

  @Test
  void leavesEveryUnsettledStateSomeDay() {
    for (TransactionState state : TransactionState.values()) {
      List<Transition<TransactionState>> out =
          StateMachine.MONEY.stream()
              .filter(t -> t.from() == state && t.to() != state && t.to().isSettled())
              .toList();
      if (!state.isSettled()) {
        assertThat(out).as("ways out of %s", state).isNotEmpty();
      }
    }
  }

  @Test
  void leavesOnlyCompletedOfTheSettledStates() {
    assertThat(StateMachine.MONEY.stream().map(Transition::from).filter(s -> s.isSettled()))
        .containsOnly(TransactionState.COMPLETED);
  }

  @Test
  void neverLeavesACreditThatTheMeterHas() {
    assertThat(StateMachine.METER).noneMatch(t -> t.from() == MeterState.TAKEN);
  }
}
