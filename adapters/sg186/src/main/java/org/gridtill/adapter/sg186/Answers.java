package org.gridtill.adapter.sg186;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.gridtill.adapter.sg186.contract.types.MeterKind;
import org.gridtill.adapter.sg186.contract.types.MeterState;
import org.gridtill.adapter.sg186.contract.types.ResponseHeader;
import org.gridtill.adapter.sg186.contract.types.ResultCode;
import org.gridtill.adapter.sg186.contract.types.Statement;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.BillingHeader;
import org.gridtill.api.adapter.billing.MeterAccount;
import org.gridtill.api.adapter.billing.Receivable;

/**
 * Reads answers, and believes none that is not whole: JAXB leaves out what it cannot read, and a
 * sum that is wrong in one place is wrong somewhere else.
 */
final class Answers {

  private static final int LONGEST_AMOUNT = 16;

  private Answers() {}

  /** Checks that the answer is to this call, which has no effect, and has a code. */
  static ResponseHeader header(ResponseHeader header, BillingHeader call)
      throws UnclearAnswerException {
    booked(header, call);
    if (!call.accountingDate().equals(header.getAccountingDate())) {
      throw new UnclearAnswerException("the answer is for another accounting date");
    }
    return header;
  }

  /** Checks the same of a call whose effect may be booked on a later day, at a cut-over. */
  static ResponseHeader booked(ResponseHeader header, BillingHeader call)
      throws UnclearAnswerException {
    present(header, "header");
    present(header.getResultCode(), "resultCode of the contract");
    if (!call.serialNo().value().equals(header.getSerialNo())) {
      throw new UnclearAnswerException("the answer is to another serial number");
    }
    if (present(header.getAccountingDate(), "accountingDate").isBefore(call.accountingDate())) {
      throw new UnclearAnswerException("the answer is for an earlier accounting date");
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

  static MeterAccount meterAccount(
      org.gridtill.adapter.sg186.contract.types.MeterAccount account, ConsumerNo consumer)
      throws UnclearAnswerException {
    present(account, "account");
    sameConsumer(account.getConsumerNo(), consumer);
    ResultCode obstacle = present(account.getObstacle(), "obstacle");
    boolean mayBuy = obstacle == ResultCode.DONE;
    return new MeterAccount(
        consumer,
        text(account.getConsumerName()),
        text(account.getAddress()),
        present(account.getMeterNo(), "meterNo"),
        present(account.getMeterKind(), "meterKind") == MeterKind.REMOTE,
        present(account.getMeterState(), "meterState") == MeterState.OPEN,
        count(account.getPurchaseCount()),
        money(account.getPendingAmount(), "pendingAmount"),
        money(account.getMinPurchase(), "minPurchase"),
        money(account.getMaxPurchase(), "maxPurchase"),
        money(account.getArrears(), "arrears"),
        mayBuy,
        mayBuy ? "" : obstacle.value() + " " + text(account.getObstacleText()));
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

  /** Reads a purchase count. */
  static int count(BigInteger count) throws UnclearAnswerException {
    present(count, "purchaseCount");
    if (count.signum() < 0 || count.bitLength() >= Integer.SIZE) {
      throw new UnclearAnswerException("the answer's purchaseCount is none");
    }
    return count.intValue();
  }

  static List<Receivable> receivables(
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

  static String text(String text) {
    return text == null ? "" : text;
  }
}
