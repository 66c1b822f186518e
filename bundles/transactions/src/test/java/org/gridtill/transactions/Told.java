package org.gridtill.transactions;

import java.util.EnumSet;
import java.util.Set;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.transactions.Violation.Invariant;

/** Compares what a terminal is told with what the tables say at that moment. */
final class Told {

  private static final Set<TransactionState> NOTHING_MOVED =
      EnumSet.of(
          TransactionState.REJECTED,
          TransactionState.DECLINED,
          TransactionState.REVERSED,
          TransactionState.BLOCKED);

  private Told() {}

  /** An answer to an order. */
  static void check(ModelWorld world, ModelTill.Order order, Reply reply) {
    TransactionState state = state(world, order);
    if (reply instanceof Reply.Paid) {
      Violation.unless(
          state == TransactionState.COMPLETED, Invariant.TOLD_DONE, "told paid, is " + state);
    } else if (reply instanceof Reply.Refused refused) {
      // A reversal that came first has the key; only the order it meant gets through to it.
      boolean aboutTheOrder =
          refused.reason() != Refusal.DUPLICATE_KEY || state == TransactionState.BLOCKED;
      Violation.unless(
          aboutTheOrder, Invariant.NO_FAILURE, "a repetition was taken for another order");
      Violation.unless(
          state == null || NOTHING_MOVED.contains(state),
          Invariant.TOLD_REFUSED,
          "told " + refused.reason() + ", is " + state);
    }
  }

  /** An answer to a reversal. */
  static void checkReversal(ModelWorld world, int trace, Reply reply) {
    if (reply instanceof Reply.Reversed) {
      TransactionState state = state(world, trace);
      Violation.unless(
          NOTHING_MOVED.contains(state), Invariant.TOLD_REVERSED, "told reversed, is " + state);
    }
  }

  /** An answer to a query. */
  static void checkAnswer(ModelWorld world, ModelTill.Order order, Reply reply) {
    TransactionState state = state(world, order);
    Reply.TransactionFound found = (Reply.TransactionFound) reply;
    boolean right =
        switch (found.status()) {
          case NOT_FOUND -> state == null;
          case IN_DOUBT -> state != null && !state.isSettled();
          case COMPLETED -> state == TransactionState.COMPLETED;
          case DECLINED, REVERSED -> NOTHING_MOVED.contains(state);
        };
    Violation.unless(right, Invariant.TOLD_DONE, "told " + found.status() + ", is " + state);
  }

  /** What must still hold of what was told, when all is over. */
  static void checkInTheEnd(ModelWorld world) {
    for (ModelTill.Order order : world.till.orders()) {
      TransactionState state = state(world, order);
      if (order.told instanceof Reply.Paid) {
        Violation.unless(
            state == TransactionState.COMPLETED || order.saleOrSelf().reversed,
            Invariant.TOLD_DONE,
            "was told paid, is " + state);
      } else if (order.told instanceof Reply.Refused refused) {
        Violation.unless(
            state == null || NOTHING_MOVED.contains(state),
            Invariant.TOLD_REFUSED,
            "was told " + refused.reason() + ", is " + state);
      }
    }
  }

  /** What an order about a card gave is void once its sale is undone. */
  private static TransactionState state(ModelWorld world, ModelTill.Order order) {
    TransactionState state = state(world, order.trace);
    return state == TransactionState.COMPLETED ? state(world, order.saleOrSelf().trace) : state;
  }

  private static TransactionState state(ModelWorld world, int trace) {
    return world.find(trace).map(r -> r.state()).orElse(null);
  }
}
