package org.gridtill.adapter.sg186;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.gridtill.adapter.sg186.contract.types.Payment;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingOrder;
import org.gridtill.api.adapter.billing.MeterOutcome;
import org.gridtill.api.adapter.card.CardWrite;

/** Reads what was done with the money, which must add up and be fit for the kind. */
final class Payments {

  private Payments() {}

  /** Reads the confirmation of an order. */
  static BillingConfirmation confirmation(
      Payment payment, String billingSerial, LocalDate booked, BillingOrder order)
      throws UnclearAnswerException {
    TransactionKind kind = order.purpose().kind();
    BillingConfirmation result = confirmation(payment, billingSerial, booked, kind);
    Answers.sameConsumer(payment.getConsumerNo(), order.consumer());
    if (!result.total().equals(order.amount())) {
      throw new UnclearAnswerException("the answer confirms another amount");
    }
    return result;
  }

  /** Reads the confirmation of a transaction whose order the caller does not have. */
  static BillingConfirmation confirmation(
      Payment payment, String billingSerial, LocalDate booked, TransactionKind kind)
      throws UnclearAnswerException {
    Answers.present(payment, "payment");
    BillingConfirmation result =
        new BillingConfirmation(
            Answers.present(billingSerial, "upstreamSerialNo"),
            Answers.present(booked, "accountingDate"),
            Answers.text(payment.getConsumerName()),
            Answers.receivables(payment.getReceivable()),
            orZero(payment.getPrepaid(), "prepaid"),
            orZero(payment.getPurchased(), "purchased"),
            card(payment, kind),
            meter(payment, kind));
    Money amount = Answers.money(payment.getAmount(), "amount");
    if (!amount.equals(result.total())) {
      throw new UnclearAnswerException("the parts do not add up to the amount");
    }
    if (amount.isPositive() != kind.takesMoney()
        || result.purchased().isPositive() != kind.sellsCredit()
        || kind == TransactionKind.PREPAYMENT && !result.prepaid().isPositive()) {
      throw new UnclearAnswerException("the answer is no confirmation of such a transaction");
    }
    if (result.card() != null && kind.sellsCredit()) {
      sameAmount(result);
    }
    return result;
  }

  private static void sameAmount(BillingConfirmation confirmation) throws UnclearAnswerException {
    if (!confirmation.card().wallet().amount().equals(confirmation.purchased())) {
      throw new UnclearAnswerException("the card would get another amount than was sold");
    }
  }

  private static CardWrite card(Payment payment, TransactionKind kind)
      throws UnclearAnswerException {
    if (kind.writesCard()) {
      return Cards.write(payment.getCardWrite());
    }
    if (payment.getCardWrite() != null) {
      throw new UnclearAnswerException("the answer writes a card where there is none");
    }
    return null;
  }

  private static MeterOutcome meter(Payment payment, TransactionKind kind)
      throws UnclearAnswerException {
    if (kind == TransactionKind.REMOTE_RECHARGE) {
      return MeterOutcome.valueOf(
          Answers.present(payment.getMeterOutcome(), "meterOutcome").value());
    }
    if (payment.getMeterOutcome() != null) {
      throw new UnclearAnswerException("the answer tells of a meter that gets nothing");
    }
    return null;
  }

  private static Money orZero(BigDecimal yuan, String what) throws UnclearAnswerException {
    return yuan == null ? Money.ZERO : Answers.money(yuan, what);
  }
}
