package org.gridtill.transactions;

import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingHeader;
import org.gridtill.api.adapter.billing.BillingOrder;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingSystem;
import org.gridtill.api.adapter.billing.CardReport;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.billing.MeterAccount;
import org.gridtill.api.adapter.billing.Purpose;
import org.gridtill.api.adapter.billing.ReversalOrder;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.store.transactions.MeterSaleRow;
import org.gridtill.store.transactions.TransactionRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the billing system, and distrusts its adapter: an exception, a null, or a confirmation that
 * does not fit the order is an unknown outcome. Never called within a database transaction.
 */
class Billing {

  private static final Logger LOG = LoggerFactory.getLogger(Billing.class);

  private final PlatformClock clock;
  private final BillingLine line;

  Billing(PlatformClock clock, BillingLine line) {
    this.clock = clock;
    this.line = line;
  }

  BillingResult<BillStatement> queryBills(BillingHeader header, ConsumerNo consumer) {
    return call("queryBills", header.serialNo(), s -> s.queryBills(header, consumer));
  }

  BillingResult<MeterAccount> queryMeter(
      BillingHeader header, ConsumerNo consumer, CardReading card) {
    return call("queryMeter", header.serialNo(), s -> s.queryMeter(header, consumer, card));
  }

  BillingResult<BillingConfirmation> execute(TransactionRow row, Purpose purpose) {
    SerialNo serial = SerialNo.of(row.serialNo());
    BillingOrder order =
        new BillingOrder(
            header(row, serial),
            new ConsumerNo(row.consumerNo()),
            Money.ofFen(row.amount()),
            purpose);
    return checked(row, call("execute", serial, s -> s.execute(order)));
  }

  /**
   * Asks for the outcome of a transaction. That the question did not get through says nothing about
   * the transaction, so it is unknown, not declined.
   */
  BillingResult<BillingConfirmation> inquire(TransactionRow row) {
    SerialNo serial = SerialNo.of(row.serialNo());
    return unknownIfUnanswered(
        checked(row, call("inquire", serial, s -> s.inquire(header(row, serial)))));
  }

  /** Tells what became of a sale's card. */
  BillingResult<SerialNo> reportCard(TransactionRow row, CardOutcome outcome) {
    SerialNo serial = SerialNo.of(row.serialNo());
    CardReport report =
        new CardReport(header(row, serial), serial, new ConsumerNo(row.consumerNo()), outcome);
    return unknownIfUnanswered(call("reportCard", serial, s -> s.reportCard(report)));
  }

  /** Asks to undo a transaction under the reversal's serial number that is written in the row. */
  BillingResult<BillingSystem.ReversalConfirmation> reverse(TransactionRow row, MeterSaleRow sale) {
    SerialNo reversal = SerialNo.of(row.reversalSerial());
    ReversalOrder order =
        new ReversalOrder(
            header(row, reversal),
            SerialNo.of(row.serialNo()),
            new ConsumerNo(row.consumerNo()),
            Money.ofFen(row.amount()),
            card(row, sale));
    return unknownIfUnanswered(call("reverse", reversal, s -> s.reverse(order)));
  }

  /**
   * A sale is only reversed while it is not on its card, so that what is not cleared was never
   * given out to be written.
   */
  private static CardOutcome card(TransactionRow row, MeterSaleRow sale) {
    boolean known = Kinds.state(row) == TransactionState.REVERSING;
    if (!known || !Kinds.kind(row).writesCard()) {
      return null;
    }
    CardOutcome outcome = MeterFacts.outcome(Kinds.card(sale));
    return outcome == CardOutcome.CLEARED ? outcome : CardOutcome.NOT_WRITTEN;
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
    try {
      BillingResult<T> result = line.call(operation + " of " + serial, code);
      if (result != null) {
        return result;
      }
      LOG.error("The billing adapter answered nothing to {} of {}", operation, serial);
    } catch (RuntimeException e) {
      LOG.error("The billing adapter failed in {} of {}", operation, serial, e);
    }
    return new BillingResult.Unknown<>("the billing adapter failed");
  }

  private static BillingResult<BillingConfirmation> checked(
      TransactionRow row, BillingResult<BillingConfirmation> result) {
    if (result instanceof BillingResult.Confirmed<BillingConfirmation> confirmed) {
      String wrong = whatIsWrong(row, confirmed.value());
      if (wrong != null) {
        LOG.error("The billing system's confirmation of {} is wrong: {}", row.serialNo(), wrong);
        return new BillingResult.Unknown<>("wrong confirmation: " + wrong);
      }
    }
    return result;
  }

  private static String whatIsWrong(TransactionRow row, BillingConfirmation confirmed) {
    TransactionKind kind = Kinds.kind(row);
    if (confirmed.total().fen() != row.amount()) {
      return "it is of " + confirmed.total() + ", not " + Money.ofFen(row.amount());
    }
    if (kind.writesCard() != (confirmed.card() != null)) {
      return kind.writesCard() ? "nothing to write to the card" : "a card where there is none";
    }
    boolean overTheAir = kind == TransactionKind.REMOTE_RECHARGE;
    if (overTheAir != (confirmed.meter() != null)) {
      return "what the meter did";
    }
    boolean near =
        confirmed.accountingDate() == null
            || Math.abs(ChronoUnit.DAYS.between(row.accountingDate(), confirmed.accountingDate()))
                <= 1;
    return near ? null : "its accounting day is " + confirmed.accountingDate();
  }

  private static <T> BillingResult<T> unknownIfUnanswered(BillingResult<T> result) {
    boolean unanswered =
        result instanceof BillingResult.Declined<T> declined
            && (declined.reason() == DeclineReason.UNREACHABLE
                || declined.reason() == DeclineReason.TEMPORARILY_CLOSED);
    return unanswered ? new BillingResult.Unknown<>("no answer") : result;
  }
}
