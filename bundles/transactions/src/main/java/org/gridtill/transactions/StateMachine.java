package org.gridtill.transactions;

import static org.gridtill.transactions.Action.BOOK;
import static org.gridtill.transactions.Action.CLOSE_ORDER;
import static org.gridtill.transactions.Action.DROP_REVERSAL;
import static org.gridtill.transactions.Action.DROP_REVERSAL_SERIAL;
import static org.gridtill.transactions.Action.END_SUSPENSE;
import static org.gridtill.transactions.Action.GIVE;
import static org.gridtill.transactions.Action.RELEASE;
import static org.gridtill.transactions.Action.REMEMBER_REVERSAL;
import static org.gridtill.transactions.Action.RETRY;
import static org.gridtill.transactions.Action.SUSPEND;
import static org.gridtill.transactions.Action.TAKE_REVERSAL_SERIAL;
import static org.gridtill.transactions.Action.TELL;
import static org.gridtill.transactions.Action.UNBOOK;
import static org.gridtill.transactions.Event.CARD_CLEARED;
import static org.gridtill.transactions.Event.CARD_GIVEN;
import static org.gridtill.transactions.Event.CARD_NOT_WRITTEN;
import static org.gridtill.transactions.Event.CARD_UNKNOWN;
import static org.gridtill.transactions.Event.CARD_WRITTEN;
import static org.gridtill.transactions.Event.CLEARING_GIVEN;
import static org.gridtill.transactions.Event.CREDIT_REFUSED;
import static org.gridtill.transactions.Event.CREDIT_SOLD;
import static org.gridtill.transactions.Event.CREDIT_TAKEN;
import static org.gridtill.transactions.Event.ORDER_CONFIRMED;
import static org.gridtill.transactions.Event.ORDER_DECLINED;
import static org.gridtill.transactions.Event.ORDER_NOT_FOUND;
import static org.gridtill.transactions.Event.ORDER_UNCLEAR;
import static org.gridtill.transactions.Event.REVERSAL_CONFIRMED;
import static org.gridtill.transactions.Event.REVERSAL_DECLINED;
import static org.gridtill.transactions.Event.REVERSAL_NOT_FOUND;
import static org.gridtill.transactions.Event.REVERSAL_REQUESTED;
import static org.gridtill.transactions.Event.REVERSAL_UNCLEAR;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.StateTransition;
import org.gridtill.api.platform.transactions.TransactionState;

/**
 * The life of a transaction as a table, one part for each of its three facts: who has the money,
 * whether the sale is on the card, whether the meter has the credit. A transaction begins REJECTED
 * or AUTHORISED when a request comes, or BLOCKED when its reversal comes first; card and meter
 * begin with NONE. An event that has no row in its state changes nothing: the outcome was decided
 * before, by another thread or node.
 *
 * <p>CANCELING is a state of its own because two threads race there: the one that pays may still be
 * waiting for its answer while the resolver, told that there is no such transaction, has it
 * blocked. If the transaction turns out to have won, it is booked and undone again under the same
 * reversal number.
 */
final class StateMachine {

  /**
   * One row: in this state, on this event, go to that state and do this.
   *
   * @param <S> the states of the fact
   */
  record Transition<S extends Enum<S>>(Fact fact, S from, Event on, S to, List<Action> actions) {}

  static final List<Transition<TransactionState>> MONEY =
      List.of(
          money(
              TransactionState.AUTHORISED, ORDER_CONFIRMED, TransactionState.COMPLETED, BOOK, GIVE),
          money(
              TransactionState.AUTHORISED,
              ORDER_DECLINED,
              TransactionState.DECLINED,
              RELEASE,
              CLOSE_ORDER),
          money(
              TransactionState.AUTHORISED,
              ORDER_UNCLEAR,
              TransactionState.IN_DOUBT,
              SUSPEND,
              RETRY),
          money(
              TransactionState.AUTHORISED,
              ORDER_NOT_FOUND,
              TransactionState.CANCELING,
              SUSPEND,
              TAKE_REVERSAL_SERIAL),
          money(
              TransactionState.AUTHORISED,
              REVERSAL_REQUESTED,
              TransactionState.AUTHORISED,
              REMEMBER_REVERSAL),
          money(
              TransactionState.IN_DOUBT,
              ORDER_CONFIRMED,
              TransactionState.COMPLETED,
              END_SUSPENSE,
              BOOK,
              GIVE),
          money(
              TransactionState.IN_DOUBT,
              ORDER_DECLINED,
              TransactionState.DECLINED,
              END_SUSPENSE,
              RELEASE,
              CLOSE_ORDER),
          money(TransactionState.IN_DOUBT, ORDER_UNCLEAR, TransactionState.IN_DOUBT, RETRY),
          money(
              TransactionState.IN_DOUBT,
              ORDER_NOT_FOUND,
              TransactionState.CANCELING,
              TAKE_REVERSAL_SERIAL),
          money(
              TransactionState.IN_DOUBT,
              REVERSAL_REQUESTED,
              TransactionState.IN_DOUBT,
              REMEMBER_REVERSAL),
          money(
              TransactionState.CANCELING,
              ORDER_CONFIRMED,
              TransactionState.REVERSING,
              END_SUSPENSE,
              BOOK),
          money(
              TransactionState.CANCELING,
              ORDER_DECLINED,
              TransactionState.DECLINED,
              END_SUSPENSE,
              RELEASE,
              CLOSE_ORDER),
          money(
              TransactionState.CANCELING,
              REVERSAL_REQUESTED,
              TransactionState.CANCELING,
              REMEMBER_REVERSAL),
          money(
              TransactionState.CANCELING,
              REVERSAL_CONFIRMED,
              TransactionState.DECLINED,
              END_SUSPENSE,
              RELEASE,
              CLOSE_ORDER),
          money(
              TransactionState.CANCELING,
              REVERSAL_NOT_FOUND,
              TransactionState.DECLINED,
              END_SUSPENSE,
              RELEASE,
              CLOSE_ORDER),
          money(
              TransactionState.CANCELING,
              REVERSAL_DECLINED,
              TransactionState.IN_DOUBT,
              DROP_REVERSAL_SERIAL,
              RETRY),
          money(TransactionState.CANCELING, REVERSAL_UNCLEAR, TransactionState.CANCELING, RETRY),
          money(
              TransactionState.COMPLETED,
              REVERSAL_REQUESTED,
              TransactionState.REVERSING,
              REMEMBER_REVERSAL,
              TAKE_REVERSAL_SERIAL),
          money(
              TransactionState.REVERSING,
              REVERSAL_CONFIRMED,
              TransactionState.REVERSED,
              UNBOOK,
              CLOSE_ORDER),
          money(
              TransactionState.REVERSING,
              REVERSAL_NOT_FOUND,
              TransactionState.REVERSED,
              UNBOOK,
              CLOSE_ORDER),
          money(
              TransactionState.REVERSING,
              REVERSAL_DECLINED,
              TransactionState.COMPLETED,
              DROP_REVERSAL,
              GIVE),
          money(TransactionState.REVERSING, REVERSAL_UNCLEAR, TransactionState.REVERSING, RETRY));

  /** A report that says what was known already has no row. */
  static final List<Transition<CardState>> CARD =
      List.of(
          card(CardState.NONE, CARD_GIVEN, CardState.TO_WRITE),
          card(CardState.TO_WRITE, CARD_GIVEN, CardState.TO_WRITE),
          card(CardState.TO_WRITE, CARD_WRITTEN, CardState.WRITTEN, TELL),
          card(CardState.TO_WRITE, CARD_NOT_WRITTEN, CardState.NOT_WRITTEN, TELL),
          card(CardState.TO_WRITE, CARD_UNKNOWN, CardState.UNKNOWN, TELL),
          card(CardState.TO_WRITE, CLEARING_GIVEN, CardState.TO_CLEAR),
          card(CardState.WRITTEN, CARD_GIVEN, CardState.TO_WRITE),
          card(CardState.WRITTEN, CLEARING_GIVEN, CardState.TO_CLEAR),
          card(CardState.NOT_WRITTEN, CARD_GIVEN, CardState.TO_WRITE),
          card(CardState.NOT_WRITTEN, CARD_WRITTEN, CardState.WRITTEN, TELL),
          card(CardState.NOT_WRITTEN, CARD_UNKNOWN, CardState.UNKNOWN, TELL),
          card(CardState.NOT_WRITTEN, CLEARING_GIVEN, CardState.TO_CLEAR),
          card(CardState.UNKNOWN, CARD_GIVEN, CardState.TO_WRITE),
          card(CardState.UNKNOWN, CARD_WRITTEN, CardState.WRITTEN, TELL),
          card(CardState.UNKNOWN, CARD_NOT_WRITTEN, CardState.NOT_WRITTEN, TELL),
          card(CardState.UNKNOWN, CLEARING_GIVEN, CardState.TO_CLEAR),
          card(CardState.UNKNOWN, CARD_CLEARED, CardState.CLEARED, TELL),
          card(CardState.TO_CLEAR, CARD_GIVEN, CardState.TO_WRITE),
          card(CardState.TO_CLEAR, CLEARING_GIVEN, CardState.TO_CLEAR),
          card(CardState.TO_CLEAR, CARD_WRITTEN, CardState.WRITTEN, TELL),
          card(CardState.TO_CLEAR, CARD_NOT_WRITTEN, CardState.CLEARED, TELL),
          card(CardState.TO_CLEAR, CARD_UNKNOWN, CardState.UNKNOWN, TELL),
          card(CardState.TO_CLEAR, CARD_CLEARED, CardState.CLEARED, TELL),
          card(CardState.CLEARED, CARD_GIVEN, CardState.TO_WRITE),
          card(CardState.CLEARED, CARD_WRITTEN, CardState.WRITTEN, TELL));

  static final List<Transition<MeterState>> METER =
      List.of(
          meter(MeterState.NONE, CREDIT_SOLD, MeterState.WAITING),
          meter(MeterState.NONE, CREDIT_TAKEN, MeterState.TAKEN),
          meter(MeterState.NONE, CREDIT_REFUSED, MeterState.REFUSED),
          meter(MeterState.WAITING, CREDIT_TAKEN, MeterState.TAKEN),
          meter(MeterState.WAITING, CREDIT_REFUSED, MeterState.REFUSED),
          meter(MeterState.REFUSED, CREDIT_TAKEN, MeterState.TAKEN));

  private StateMachine() {}

  private static Transition<TransactionState> money(
      TransactionState from, Event on, TransactionState to, Action... actions) {
    return new Transition<>(Fact.MONEY, from, on, to, List.of(actions));
  }

  private static Transition<CardState> card(
      CardState from, Event on, CardState to, Action... actions) {
    return new Transition<>(Fact.CARD, from, on, to, List.of(actions));
  }

  private static Transition<MeterState> meter(
      MeterState from, Event on, MeterState to, Action... actions) {
    return new Transition<>(Fact.METER, from, on, to, List.of(actions));
  }

  /** Returns what an event does in a state; empty if nothing. */
  static <S extends Enum<S>> Optional<Transition<S>> next(
      List<Transition<S>> table, S state, Event event) {
    return table.stream().filter(t -> t.from() == state && t.on() == event).findFirst();
  }

  /** Returns the whole table, for people. */
  static List<StateTransition> rows() {
    return Stream.of(MONEY, CARD, METER).flatMap(List::stream).map(StateMachine::row).toList();
  }

  private static StateTransition row(Transition<?> t) {
    return new StateTransition(
        t.fact().word(),
        t.from().name(),
        t.on().name(),
        t.to().name(),
        t.actions().stream().map(Action::words).toList());
  }
}
