package org.gridtill.adapter.sg186;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gridtill.adapter.sg186.contract.types.Payment;
import org.gridtill.adapter.sg186.contract.types.ResponseHeader;
import org.gridtill.adapter.sg186.contract.types.Statement;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingHeader;
import org.gridtill.api.adapter.billing.Receivable;

/**
 * Reads answers, and believes none that is not whole: JAXB leaves out what it cannot read, and a
 * sum that is wrong in one place is wrong somewhere else.
 */
final class Answers {

  private static final int LONGEST_AMOUNT = 16;

  private Answers() {}

  /** Checks that the answer is to this call and has a code of the contract. */
  static ResponseHeader header(ResponseHeader header, BillingHeader call)
      throws UnclearAnswerException {
    present(header, "header");
    present(header.getResultCode(), "resultCode of the contract");
    if (!call.serialNo().value().equals(header.getSerialNo())) {
      throw new UnclearAnswerException("the answer is to another serial number");
    }
    if (!call.accountingDate().equals(header.getAccountingDate())) {
      throw new UnclearAnswerException("the answer is for another accounting date");
    }
    return header;
  }

  static BillStatement statement(Statement statement, ConsumerNo consumer)
      throws UnclearAnswerException {
    present(statement, "statement");
    sameConsumer(statement.getConsumerNo(), consumer);
    BillStatement result =
        new BillStatement(
            consumer,
            text(statement.getConsumerName()),
            text(statement.getAddress()),
            receivables(statement.getReceivable()));
    if (!money(statement.getTotalDue(), "totalDue").equals(result.totalDue())) {
      throw new UnclearAnswerException("the receivables do not add up to totalDue");
    }
    return result;
  }

  /** Reads the confirmation of a payment of this consumer and amount. */
  static BillingConfirmation confirmation(
      Payment payment, ResponseHeader answered, ConsumerNo consumer, Money amount)
      throws UnclearAnswerException {
    BillingConfirmation result =
        confirmation(payment, answered.getUpstreamSerialNo(), answered.getAccountingDate());
    sameConsumer(payment.getConsumerNo(), consumer);
    if (!money(payment.getAmount(), "amount").equals(amount)) {
      throw new UnclearAnswerException("the answer confirms another amount");
    }
    return result;
  }

  /** Reads the confirmation of a payment whose consumer and amount the caller does not know. */
  static BillingConfirmation confirmation(Payment payment, String billingSerial, LocalDate day)
      throws UnclearAnswerException {
    present(payment, "payment");
    BillingConfirmation result =
        BillingConfirmation.ofBills(
            present(billingSerial, "upstreamSerialNo"),
            day,
            text(payment.getConsumerName()),
            receivables(payment.getReceivable()));
    if (!money(payment.getAmount(), "amount").equals(result.total())) {
      throw new UnclearAnswerException("the receivables do not add up to the amount");
    }
    return result;
  }

  static <T> T present(T value, String what) throws UnclearAnswerException {
    if (value == null) {
      throw new UnclearAnswerException("the answer has no " + what);
    }
    return value;
  }

  static void sameConsumer(String answered, ConsumerNo asked) throws UnclearAnswerException {
    if (!asked.value().equals(answered)) {
      throw new UnclearAnswerException("the answer is about another consumer");
    }
  }

  static Money money(BigDecimal yuan, String what) throws UnclearAnswerException {
    present(yuan, what);
    boolean plain = yuan.scale() >= 0 && yuan.scale() <= 2 && yuan.precision() <= LONGEST_AMOUNT;
    if (!plain || yuan.signum() < 0) {
      throw new UnclearAnswerException("the answer's " + what + " is no amount of money");
    }
    return Money.ofYuan(yuan);
  }

  private static List<Receivable> receivables(
      List<org.gridtill.adapter.sg186.contract.types.Receivable> lines)
      throws UnclearAnswerException {
    List<Receivable> result = new ArrayList<>(lines.size());
    for (var line : lines) {
      result.add(
          new Receivable(
              present(line.getReceivableId(), "receivableId"),
              present(line.getBillingMonth(), "billingMonth"),
              money(line.getEnergyCharge(), "energyCharge"),
              money(line.getLatePenalty(), "latePenalty")));
    }
    return result;
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }
}
