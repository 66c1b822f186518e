package org.gridtill.transactions;

import static org.gridtill.api.platform.transactions.TransactionState.AUTHORISED;
import static org.gridtill.api.platform.transactions.TransactionState.CANCELING;
import static org.gridtill.api.platform.transactions.TransactionState.COMPLETED;
import static org.gridtill.api.platform.transactions.TransactionState.DECLINED;
import static org.gridtill.api.platform.transactions.TransactionState.IN_DOUBT;
import static org.gridtill.api.platform.transactions.TransactionState.REVERSED;
import static org.gridtill.api.platform.transactions.TransactionState.REVERSING;
import static org.gridtill.transactions.Action.BOOK;
import static org.gridtill.transactions.Action.DROP_REVERSAL;
import static org.gridtill.transactions.Action.DROP_REVERSAL_SERIAL;
import static org.gridtill.transactions.Action.RELEASE;
import static org.gridtill.transactions.Action.REMEMBER_REVERSAL;
import static org.gridtill.transactions.Action.RETRY;
import static org.gridtill.transactions.Action.TAKE_REVERSAL_SERIAL;
import static org.gridtill.transactions.Action.UNBOOK;
import static org.gridtill.transactions.Event.PAYMENT_CONFIRMED;
import static org.gridtill.transactions.Event.PAYMENT_DECLINED;
import static org.gridtill.transactions.Event.PAYMENT_NOT_FOUND;
import static org.gridtill.transactions.Event.PAYMENT_UNCLEAR;
import static org.gridtill.transactions.Event.REVERSAL_CONFIRMED;
import static org.gridtill.transactions.Event.REVERSAL_DECLINED;
import static org.gridtill.transactions.Event.REVERSAL_NOT_FOUND;
import static org.gridtill.transactions.Event.REVERSAL_REQUESTED;
import static org.gridtill.transactions.Event.REVERSAL_UNCLEAR;

import java.util.List;
import java.util.Optional;
import org.gridtill.api.platform.transactions.TransactionState;

/**
 * The life of a transaction as a table. A transaction begins REJECTED or AUTHORISED when a payment
 * comes, or BLOCKED when its reversal comes first. An event that has no row in its state changes
 * nothing: the outcome was decided before, by another thread or node.
 *
 * <p>CANCELING is a state of its own because two threads race there: the one that pays may still be
 * waiting for its answer while the resolver, told that there is no such payment, has it blocked. If
 * the payment turns out to have won, it is booked and undone again under the same reversal number.
 */
final class StateMachine {

  /** One row: in this state, on this event, go to that state and do this. */
  record Transition(TransactionState from, Event on, TransactionState to, List<Action> actions) {}

  static final List<Transition> TABLE =
      List.of(
          row(AUTHORISED, PAYMENT_CONFIRMED, COMPLETED, BOOK),
          row(AUTHORISED, PAYMENT_DECLINED, DECLINED, RELEASE),
          row(AUTHORISED, PAYMENT_UNCLEAR, IN_DOUBT, RETRY),
          row(AUTHORISED, PAYMENT_NOT_FOUND, CANCELING, TAKE_REVERSAL_SERIAL),
          row(AUTHORISED, REVERSAL_REQUESTED, AUTHORISED, REMEMBER_REVERSAL),
          row(IN_DOUBT, PAYMENT_CONFIRMED, COMPLETED, BOOK),
          row(IN_DOUBT, PAYMENT_DECLINED, DECLINED, RELEASE),
          row(IN_DOUBT, PAYMENT_UNCLEAR, IN_DOUBT, RETRY),
          row(IN_DOUBT, PAYMENT_NOT_FOUND, CANCELING, TAKE_REVERSAL_SERIAL),
          row(IN_DOUBT, REVERSAL_REQUESTED, IN_DOUBT, REMEMBER_REVERSAL),
          row(CANCELING, PAYMENT_CONFIRMED, REVERSING, BOOK),
          row(CANCELING, PAYMENT_DECLINED, DECLINED, RELEASE),
          row(CANCELING, REVERSAL_REQUESTED, CANCELING, REMEMBER_REVERSAL),
          row(CANCELING, REVERSAL_CONFIRMED, DECLINED, RELEASE),
          row(CANCELING, REVERSAL_NOT_FOUND, DECLINED, RELEASE),
          row(CANCELING, REVERSAL_DECLINED, IN_DOUBT, DROP_REVERSAL_SERIAL, RETRY),
          row(CANCELING, REVERSAL_UNCLEAR, CANCELING, RETRY),
          row(COMPLETED, REVERSAL_REQUESTED, REVERSING, REMEMBER_REVERSAL, TAKE_REVERSAL_SERIAL),
          row(REVERSING, REVERSAL_CONFIRMED, REVERSED, UNBOOK),
          row(REVERSING, REVERSAL_NOT_FOUND, REVERSED, UNBOOK),
          row(REVERSING, REVERSAL_DECLINED, COMPLETED, DROP_REVERSAL),
          row(REVERSING, REVERSAL_UNCLEAR, REVERSING, RETRY));

  private StateMachine() {}

  private static Transition row(
      TransactionState from, Event on, TransactionState to, Action... actions) {
    return new Transition(from, on, to, List.of(actions));
  }

  /** Returns what an event does in a state; empty if nothing. */
  static Optional<Transition> next(TransactionState state, Event event) {
    return TABLE.stream().filter(t -> t.from() == state && t.on() == event).findFirst();
  }
}
