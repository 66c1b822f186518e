package org.gridtill.transactions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingHeader;
import org.gridtill.api.adapter.billing.BillingOrder;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingSystem;
import org.gridtill.api.adapter.billing.CardReport;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.billing.MeterAccount;
import org.gridtill.api.adapter.billing.ReversalOrder;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;

/** A billing system as it should be, with faults in its line on demand. */
final class ModelBilling implements BillingSystem {

  /** What happens to one call. */
  enum Fault {
    NONE,
    /** The call is done, its answer is lost. */
    LOSE_ANSWER,
    /** The call never arrives, and the caller does not know. */
    LOSE_CALL,
    /** No connection can be made. */
    UNREACHABLE,
    /** It is closed for its day-end, does nothing, and says so. */
    DAY_END,
    /** The adapter throws. */
    THROW,
    /** Another amount is confirmed than was ordered. */
    OTHER_AMOUNT
  }

  private enum Status {
    DONE,
    REVERSED,
    BLOCKED
  }

  private final Map<SerialNo, Status> entries = new ConcurrentHashMap<>();
  private final Map<SerialNo, BillingOrder> orders = new ConcurrentHashMap<>();
  private final Map<SerialNo, CardOutcome> reports = new ConcurrentHashMap<>();
  private final ModelUtility utility = new ModelUtility();
  private final Set<SerialNo> underWay = ConcurrentHashMap.newKeySet();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private DeclineReason decline;
  private boolean refusesReversals;
  private Runnable beforePayAnswer = () -> {};
  private Runnable beforeReverse = () -> {};

  ModelUtility utility() {
    return utility;
  }

  /** Lets the next calls, of any kind, suffer these faults. */
  synchronized void next(Fault... next) {
    faults.addAll(List.of(next));
  }

  /** Forgets faults that no call has met. */
  synchronized void heal() {
    faults.clear();
  }

  void declinePayments(DeclineReason reason) {
    decline = reason;
  }

  void refuseReversals() {
    refusesReversals = true;
  }

  /** Runs something after the next order was done and before its answer is given. */
  void beforePayAnswer(Runnable code) {
    beforePayAnswer = code;
  }

  /** Runs something when the next reversal arrives, before it is looked at. */
  void beforeReverse(Runnable code) {
    beforeReverse = code;
  }

  /** Lets an order arrive from the line, late. */
  BillingResult<BillingConfirmation> arrive(SerialNo serial) {
    return settle(orders.get(serial));
  }

  /** Lets every order that got lost on the line arrive after all. */
  void arriveLate() {
    for (SerialNo serial : underWay) {
      underWay.remove(serial);
      arrive(serial);
    }
  }

  /** Returns the sum of what is done and not reversed. */
  Money kept() {
    return entries.entrySet().stream()
        .filter(e -> e.getValue() == Status.DONE)
        .map(e -> orders.get(e.getKey()).amount())
        .reduce(Money.ZERO, Money::plus);
  }

  /** Returns how many orders for money are done and not reversed. */
  long count() {
    return entries.entrySet().stream()
        .filter(e -> e.getValue() == Status.DONE)
        .filter(e -> orders.get(e.getKey()).amount().isPositive())
        .count();
  }

  /** Tells whether this order is done and not reversed. */
  boolean has(SerialNo serial) {
    return entries.get(serial) == Status.DONE;
  }

  /** Returns what was reported of a sale's card; null if nothing was. */
  CardOutcome reported(SerialNo sale) {
    return reports.get(sale);
  }

  private synchronized Fault fault() {
    return faults.isEmpty() ? Fault.NONE : faults.remove();
  }

  /** Suffers what is in store for a call that has no effect, or the same when it comes again. */
  private <T> BillingResult<T> suffer(Supplier<BillingResult<T>> call) {
    return switch (fault()) {
      case NONE -> call.get();
      case UNREACHABLE -> declined(DeclineReason.UNREACHABLE, "");
      case DAY_END -> declined(DeclineReason.TEMPORARILY_CLOSED, "1034");
      case THROW -> throw new IllegalStateException("bug of the adapter");
      case LOSE_ANSWER -> {
        call.get();
        yield unknown();
      }
      case LOSE_CALL, OTHER_AMOUNT -> unknown();
    };
  }

  static <T> BillingResult<T> declined(DeclineReason reason, String code) {
    return new BillingResult.Declined<>(reason, code, "declined by the model");
  }

  private static <T> BillingResult<T> unknown() {
    return new BillingResult.Unknown<>("no answer");
  }

  @Override
  public BillingResult<BillStatement> queryBills(BillingHeader header, ConsumerNo consumer) {
    return suffer(() -> new BillingResult.Confirmed<>(utility.statement(consumer)));
  }

  @Override
  public BillingResult<MeterAccount> queryMeter(
      BillingHeader header, ConsumerNo consumer, CardReading card) {
    return suffer(() -> new BillingResult.Confirmed<>(utility.account(consumer)));
  }

  @Override
  public BillingResult<BillingConfirmation> execute(BillingOrder order) {
    orders.put(order.header().serialNo(), order);
    Fault fault = fault();
    switch (fault) {
      case UNREACHABLE -> {
        return declined(DeclineReason.UNREACHABLE, "");
      }
      case DAY_END -> {
        return declined(DeclineReason.TEMPORARILY_CLOSED, "1034");
      }
      case LOSE_CALL -> {
        underWay.add(order.header().serialNo());
        runBeforePayAnswer();
        return unknown();
      }
      case THROW -> throw new IllegalStateException("bug of the adapter");
      default -> {
        BillingResult<BillingConfirmation> result = settle(order);
        runBeforePayAnswer();
        if (fault == Fault.OTHER_AMOUNT) {
          return new BillingResult.Confirmed<>(
              utility.bills(order.amount().plus(Money.ofFen(1)), order.header().accountingDate()));
        }
        return fault == Fault.LOSE_ANSWER ? unknown() : result;
      }
    }
  }

  private void runBeforePayAnswer() {
    Runnable hook = beforePayAnswer;
    beforePayAnswer = () -> {};
    hook.run();
  }

  private synchronized BillingResult<BillingConfirmation> settle(BillingOrder order) {
    SerialNo serial = order.header().serialNo();
    Status now = entries.get(serial);
    if (now == Status.REVERSED || now == Status.BLOCKED) {
      return declined(DeclineReason.ALREADY_REVERSED, "11007");
    }
    if (now == Status.DONE) {
      return new BillingResult.Confirmed<>(utility.confirmation(serial));
    }
    if (decline != null) {
      return declined(decline, "1002");
    }
    BillingResult<BillingConfirmation> result = utility.execute(order, this::has);
    if (result instanceof BillingResult.Confirmed<BillingConfirmation>) {
      entries.put(serial, Status.DONE);
    }
    return result;
  }

  @Override
  public BillingResult<BillingConfirmation> inquire(BillingHeader header) {
    Fault fault = fault();
    if (fault == Fault.UNREACHABLE || fault == Fault.DAY_END) {
      return declined(
          fault == Fault.UNREACHABLE ? DeclineReason.UNREACHABLE : DeclineReason.TEMPORARILY_CLOSED,
          "");
    }
    if (fault != Fault.NONE) {
      return unknown();
    }
    Status status = entries.get(header.serialNo());
    if (status == null) {
      return new BillingResult.NotFound<>();
    }
    return status == Status.DONE
        ? new BillingResult.Confirmed<>(utility.confirmation(header.serialNo()))
        : declined(DeclineReason.ALREADY_REVERSED, "11007");
  }

  @Override
  public BillingResult<SerialNo> reportCard(CardReport report) {
    return suffer(
        () -> {
          if (!entries.containsKey(report.sale())) {
            return new BillingResult.NotFound<>();
          }
          reports.put(report.sale(), report.outcome());
          return new BillingResult.Confirmed<>(report.sale());
        });
  }

  @Override
  public BillingResult<ReversalConfirmation> reverse(ReversalOrder order) {
    Fault fault = fault();
    if (fault == Fault.UNREACHABLE) {
      return declined(DeclineReason.UNREACHABLE, "");
    }
    if (fault == Fault.DAY_END) {
      return declined(DeclineReason.TEMPORARILY_CLOSED, "1034");
    }
    if (fault == Fault.LOSE_CALL) {
      return unknown();
    }
    Runnable hook = beforeReverse;
    beforeReverse = () -> {};
    hook.run();
    BillingResult<ReversalConfirmation> result = undo(order);
    return fault == Fault.NONE ? result : unknown();
  }

  private synchronized BillingResult<ReversalConfirmation> undo(ReversalOrder order) {
    SerialNo original = order.originalSerial();
    Status status = entries.get(original);
    if (status == null || status == Status.BLOCKED) {
      entries.put(original, Status.BLOCKED);
      return new BillingResult.NotFound<>();
    }
    if (status == Status.DONE) {
      if (refusesReversals) {
        return declined(DeclineReason.NOT_ALLOWED, "1015");
      }
      DeclineReason obstacle = utility.undo(orders.get(original));
      if (obstacle != null) {
        return declined(obstacle, "");
      }
      entries.put(original, Status.REVERSED);
    }
    return new BillingResult.Confirmed<>(
        new ReversalConfirmation("R" + order.header().serialNo(), original));
  }
}
