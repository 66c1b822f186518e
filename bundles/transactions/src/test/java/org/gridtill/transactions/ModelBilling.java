package org.gridtill.transactions;

import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.BillingHeader;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingSystem;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.billing.PaymentConfirmation;
import org.gridtill.api.adapter.billing.PaymentOrder;
import org.gridtill.api.adapter.billing.Receivable;
import org.gridtill.api.adapter.billing.ReversalOrder;

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
    /** The adapter throws. */
    THROW,
    /** Another amount is confirmed than was ordered. */
    OTHER_AMOUNT
  }

  private enum Payment {
    PAID,
    REVERSED,
    BLOCKED
  }

  private final Map<SerialNo, Payment> payments = new ConcurrentHashMap<>();
  private final Map<SerialNo, PaymentOrder> orders = new ConcurrentHashMap<>();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private DeclineReason decline;
  private boolean refusesReversals;
  private Runnable beforePayAnswer = () -> {};
  private Runnable beforeReverse = () -> {};

  /** Lets the next calls, of any kind, suffer these faults. */
  synchronized void next(Fault... next) {
    faults.addAll(List.of(next));
  }

  void declinePayments(DeclineReason reason) {
    decline = reason;
  }

  void refuseReversals() {
    refusesReversals = true;
  }

  /** Runs something after the next payment was settled and before its answer is given. */
  void beforePayAnswer(Runnable code) {
    beforePayAnswer = code;
  }

  /** Runs something when the next reversal arrives, before it is looked at. */
  void beforeReverse(Runnable code) {
    beforeReverse = code;
  }

  /** Lets a payment arrive from the line, late. */
  BillingResult<PaymentConfirmation> arrive(SerialNo serial) {
    return settle(orders.get(serial));
  }

  /** Returns the sum of what is paid and not reversed. */
  Money kept() {
    return payments.entrySet().stream()
        .filter(e -> e.getValue() == Payment.PAID)
        .map(e -> orders.get(e.getKey()).amount())
        .reduce(Money.ZERO, Money::plus);
  }

  /** Returns how many payments are paid and not reversed. */
  long count() {
    return payments.values().stream().filter(p -> p == Payment.PAID).count();
  }

  private synchronized Fault fault() {
    return faults.isEmpty() ? Fault.NONE : faults.remove();
  }

  @Override
  public BillingResult<BillStatement> queryBills(BillingHeader header, ConsumerNo consumer) {
    return switch (fault()) {
      case NONE ->
          new BillingResult.Confirmed<>(
              new BillStatement(consumer, "Li", "Road 1", List.of(receivable(Money.ofFen(1234)))));
      case UNREACHABLE -> new BillingResult.Declined<>(DeclineReason.UNREACHABLE, "", "refused");
      default -> new BillingResult.Unknown<>("no answer");
    };
  }

  @Override
  public BillingResult<PaymentConfirmation> pay(PaymentOrder order) {
    orders.put(order.header().serialNo(), order);
    switch (fault()) {
      case UNREACHABLE -> {
        return new BillingResult.Declined<>(DeclineReason.UNREACHABLE, "", "refused");
      }
      case LOSE_CALL -> {
        beforePayAnswer.run();
        return new BillingResult.Unknown<>("no answer");
      }
      case THROW -> throw new IllegalStateException("bug of the adapter");
      case LOSE_ANSWER -> {
        settle(order);
        beforePayAnswer.run();
        return new BillingResult.Unknown<>("no answer");
      }
      case OTHER_AMOUNT -> {
        settle(order);
        return new BillingResult.Confirmed<>(confirmation(order.amount().plus(Money.ofFen(1))));
      }
      default -> {
        BillingResult<PaymentConfirmation> result = settle(order);
        Runnable hook = beforePayAnswer;
        beforePayAnswer = () -> {};
        hook.run();
        return result;
      }
    }
  }

  private BillingResult<PaymentConfirmation> settle(PaymentOrder order) {
    if (decline != null) {
      return new BillingResult.Declined<>(decline, "1002", "failed");
    }
    Payment now = payments.putIfAbsent(order.header().serialNo(), Payment.PAID);
    return now == null || now == Payment.PAID
        ? new BillingResult.Confirmed<>(confirmation(order.amount()))
        : new BillingResult.Declined<>(DeclineReason.ALREADY_REVERSED, "11007", "reversed");
  }

  @Override
  public BillingResult<PaymentConfirmation> inquire(BillingHeader header) {
    switch (fault()) {
      case UNREACHABLE -> {
        return new BillingResult.Declined<>(DeclineReason.UNREACHABLE, "", "refused");
      }
      case NONE -> {
        Payment payment = payments.get(header.serialNo());
        if (payment == null) {
          return new BillingResult.NotFound<>();
        }
        return payment == Payment.PAID
            ? new BillingResult.Confirmed<>(confirmation(orders.get(header.serialNo()).amount()))
            : new BillingResult.Declined<>(DeclineReason.ALREADY_REVERSED, "11007", "reversed");
      }
      default -> {
        return new BillingResult.Unknown<>("no answer");
      }
    }
  }

  @Override
  public BillingResult<ReversalConfirmation> reverse(ReversalOrder order) {
    Fault fault = fault();
    if (fault == Fault.UNREACHABLE) {
      return new BillingResult.Declined<>(DeclineReason.UNREACHABLE, "", "refused");
    }
    if (fault == Fault.LOSE_CALL) {
      return new BillingResult.Unknown<>("no answer");
    }
    Runnable hook = beforeReverse;
    beforeReverse = () -> {};
    hook.run();
    BillingResult<ReversalConfirmation> result = undo(order);
    return fault == Fault.NONE ? result : new BillingResult.Unknown<>("no answer");
  }

  private BillingResult<ReversalConfirmation> undo(ReversalOrder order) {
    SerialNo original = order.originalSerial();
    if (payments.get(original) == Payment.PAID && refusesReversals) {
      return new BillingResult.Declined<>(DeclineReason.NOT_ALLOWED, "1015", "not today");
    }
    if (payments.putIfAbsent(original, Payment.BLOCKED) == null
        || payments.get(original) == Payment.BLOCKED) {
      return new BillingResult.NotFound<>();
    }
    payments.put(original, Payment.REVERSED);
    return new BillingResult.Confirmed<>(
        new ReversalConfirmation("R" + order.header().serialNo(), original));
  }

  private static PaymentConfirmation confirmation(Money amount) {
    return new PaymentConfirmation("S1", "Li", List.of(receivable(amount)));
  }

  private static Receivable receivable(Money amount) {
    Money penalty = Money.ofFen(Math.min(100, amount.fen() - 1));
    return new Receivable("R1", YearMonth.of(2026, 10), amount.minus(penalty), penalty);
  }
}
