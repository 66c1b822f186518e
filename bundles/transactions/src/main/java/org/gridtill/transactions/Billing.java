package org.gridtill.transactions;

import java.util.function.Function;
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
import org.gridtill.api.adapter.billing.ReversalOrder;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.transactions.TransactionRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the billing system, and distrusts its adapter: an exception, a null, or a confirmation of
 * another amount is an unknown outcome. Never called within a database transaction.
 */
final class Billing {

  private static final Logger LOG = LoggerFactory.getLogger(Billing.class);

  private final PlatformClock clock;
  private volatile BillingSystem system;

  Billing(PlatformClock clock) {
    this.clock = clock;
  }

  /** Sets the billing system to call; null while there is none. */
  void use(BillingSystem newSystem) {
    system = newSystem;
  }

  /** Forgets the billing system, unless another has taken its place. */
  void forget(BillingSystem oldSystem) {
    if (system == oldSystem) {
      system = null;
    }
  }

  BillingResult<BillStatement> queryBills(BillingHeader header, ConsumerNo consumer) {
    return call("queryBills", header.serialNo(), s -> s.queryBills(header, consumer));
  }

  BillingResult<PaymentConfirmation> pay(TransactionRow row) {
    SerialNo serial = SerialNo.of(row.serialNo());
    PaymentOrder order =
        new PaymentOrder(
            header(row, serial), new ConsumerNo(row.consumerNo()), Money.ofFen(row.amount()));
    return checked(row, call("pay", serial, s -> s.pay(order)));
  }

  /**
   * Asks for the outcome of a payment. That the question did not get through says nothing about the
   * payment, so it is unknown, not declined.
   */
  BillingResult<PaymentConfirmation> inquire(TransactionRow row) {
    SerialNo serial = SerialNo.of(row.serialNo());
    BillingResult<PaymentConfirmation> result =
        checked(row, call("inquire", serial, s -> s.inquire(header(row, serial))));
    return isNoAnswer(result) ? new BillingResult.Unknown<>("no answer to the inquiry") : result;
  }

  /** Asks to undo a payment under the reversal's serial number that is written in the row. */
  BillingResult<BillingSystem.ReversalConfirmation> reverse(TransactionRow row) {
    SerialNo reversal = SerialNo.of(row.reversalSerial());
    ReversalOrder order =
        new ReversalOrder(
            header(row, reversal),
            SerialNo.of(row.serialNo()),
            new ConsumerNo(row.consumerNo()),
            Money.ofFen(row.amount()));
    BillingResult<BillingSystem.ReversalConfirmation> result =
        call("reverse", reversal, s -> s.reverse(order));
    return isNoAnswer(result) ? new BillingResult.Unknown<>("no answer to the reversal") : result;
  }

  private BillingHeader header(TransactionRow row, SerialNo serial) {
    return new BillingHeader(
        serial,
        row.agencyCode(),
        row.terminalCode(),
        row.channel(),
        clock.now(),
        row.accountingDate());
  }

  private <T> BillingResult<T> call(
      String operation, SerialNo serial, Function<BillingSystem, BillingResult<T>> code) {
    BillingSystem current = system;
    if (current == null) {
      return new BillingResult.Declined<>(
          DeclineReason.UNREACHABLE, "", "no adapter to a billing system");
    }
    try {
      BillingResult<T> result = code.apply(current);
      if (result != null) {
        return result;
      }
      LOG.error("The billing adapter answered nothing to {} of {}", operation, serial);
    } catch (RuntimeException e) {
      LOG.error("The billing adapter failed in {} of {}", operation, serial, e);
    }
    return new BillingResult.Unknown<>("the billing adapter failed");
  }

  private static BillingResult<PaymentConfirmation> checked(
      TransactionRow row, BillingResult<PaymentConfirmation> result) {
    if (result instanceof BillingResult.Confirmed<PaymentConfirmation> confirmed) {
      Money settled = confirmed.value().energyCharge().plus(confirmed.value().latePenalty());
      if (settled.fen() != row.amount()) {
        LOG.error(
            "The billing system settled {} for {} of {}",
            settled,
            Money.ofFen(row.amount()),
            row.serialNo());
        return new BillingResult.Unknown<>("the billing system settled " + settled);
      }
    }
    return result;
  }

  private static boolean isNoAnswer(BillingResult<?> result) {
    return result instanceof BillingResult.Declined<?> declined
        && (declined.reason() == DeclineReason.UNREACHABLE
            || declined.reason() == DeclineReason.TEMPORARILY_CLOSED);
  }
}
