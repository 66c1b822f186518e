package org.gridtill.adapter.sg186;

import org.gridtill.adapter.sg186.contract.CancelCardWrite;
import org.gridtill.adapter.sg186.contract.CancelCardWriteResponse;
import org.gridtill.adapter.sg186.contract.ConfirmPayment;
import org.gridtill.adapter.sg186.contract.ConfirmPaymentResponse;
import org.gridtill.adapter.sg186.contract.DuplicateSerialFault;
import org.gridtill.adapter.sg186.contract.Prepay;
import org.gridtill.adapter.sg186.contract.PrepayResponse;
import org.gridtill.adapter.sg186.contract.PurchaseCardCredit;
import org.gridtill.adapter.sg186.contract.PurchaseCardCreditResponse;
import org.gridtill.adapter.sg186.contract.ReplaceCard;
import org.gridtill.adapter.sg186.contract.ReplaceCardResponse;
import org.gridtill.adapter.sg186.contract.RequestCardRewrite;
import org.gridtill.adapter.sg186.contract.RequestCardRewriteResponse;
import org.gridtill.adapter.sg186.contract.Sg186PortType;
import org.gridtill.adapter.sg186.contract.SubmitRemoteRecharge;
import org.gridtill.adapter.sg186.contract.SubmitRemoteRechargeResponse;
import org.gridtill.adapter.sg186.contract.types.Payment;
import org.gridtill.adapter.sg186.contract.types.PurchaseKind;
import org.gridtill.adapter.sg186.contract.types.ResponseHeader;
import org.gridtill.api.adapter.billing.BillingOrder;
import org.gridtill.api.adapter.billing.Purpose;
import org.gridtill.api.adapter.card.CardReading;

/** Sends an order by the operation for its purpose. */
final class Orders {

  private final Sg186PortType port;

  Orders(Sg186PortType port) {
    this.port = port;
  }

  Answer send(BillingOrder order) throws DuplicateSerialFault {
    Purpose purpose = order.purpose();
    if (purpose instanceof Purpose.Bills bills) {
      return pay(order, bills);
    }
    if (purpose instanceof Purpose.Prepayment) {
      return prepay(order);
    }
    if (purpose instanceof Purpose.RemoteRecharge) {
      return rechargeRemotely(order);
    }
    if (purpose instanceof Purpose.CardOpening opening) {
      return purchase(order, PurchaseKind.OPENING, opening.card());
    }
    if (purpose instanceof Purpose.CardRecharge recharge) {
      return purchase(order, PurchaseKind.RECHARGE, recharge.card());
    }
    if (purpose instanceof Purpose.CardReplacement replacement) {
      return replace(order, replacement.card());
    }
    if (purpose instanceof Purpose.CardRewrite rewrite) {
      return rewrite(order, rewrite);
    }
    return clear(order, (Purpose.CardClearing) purpose);
  }

  private Answer pay(BillingOrder order, Purpose.Bills bills) throws DuplicateSerialFault {
    ConfirmPayment request = new ConfirmPayment();
    request.setHeader(Requests.header(order.header()));
    request.setConsumerNo(order.consumer().value());
    request.setAmount(order.amount().yuan());
    request.getBillingMonth().addAll(bills.months());
    ConfirmPaymentResponse answer = port.confirmPayment(request);
    return new Answer(answer.getHeader(), answer.getPayment());
  }

  private Answer prepay(BillingOrder order) throws DuplicateSerialFault {
    Prepay request = new Prepay();
    request.setHeader(Requests.header(order.header()));
    request.setConsumerNo(order.consumer().value());
    request.setAmount(order.amount().yuan());
    PrepayResponse answer = port.prepay(request);
    return new Answer(answer.getHeader(), answer.getPayment());
  }

  private Answer rechargeRemotely(BillingOrder order) throws DuplicateSerialFault {
    SubmitRemoteRecharge request = new SubmitRemoteRecharge();
    request.setHeader(Requests.header(order.header()));
    request.setConsumerNo(order.consumer().value());
    request.setAmount(order.amount().yuan());
    SubmitRemoteRechargeResponse answer = port.submitRemoteRecharge(request);
    return new Answer(answer.getHeader(), answer.getPayment());
  }

  private Answer purchase(BillingOrder order, PurchaseKind kind, CardReading card)
      throws DuplicateSerialFault {
    PurchaseCardCredit request = new PurchaseCardCredit();
    request.setHeader(Requests.header(order.header()));
    request.setConsumerNo(order.consumer().value());
    request.setAmount(order.amount().yuan());
    request.setPurchase(kind);
    request.setCard(Cards.reading(card));
    PurchaseCardCreditResponse answer = port.purchaseCardCredit(request);
    return new Answer(answer.getHeader(), answer.getPayment());
  }

  private Answer replace(BillingOrder order, CardReading card) throws DuplicateSerialFault {
    ReplaceCard request = new ReplaceCard();
    request.setHeader(Requests.header(order.header()));
    request.setConsumerNo(order.consumer().value());
    request.setCard(Cards.reading(card));
    ReplaceCardResponse answer = port.replaceCard(request);
    return new Answer(answer.getHeader(), answer.getPayment());
  }

  private Answer rewrite(BillingOrder order, Purpose.CardRewrite rewrite)
      throws DuplicateSerialFault {
    RequestCardRewrite request = new RequestCardRewrite();
    request.setHeader(Requests.header(order.header(), rewrite.sale()));
    request.setConsumerNo(order.consumer().value());
    request.setCard(Cards.reading(rewrite.card()));
    RequestCardRewriteResponse answer = port.requestCardRewrite(request);
    return new Answer(answer.getHeader(), answer.getPayment());
  }

  private Answer clear(BillingOrder order, Purpose.CardClearing clearing)
      throws DuplicateSerialFault {
    CancelCardWrite request = new CancelCardWrite();
    request.setHeader(Requests.header(order.header(), clearing.sale()));
    request.setConsumerNo(order.consumer().value());
    request.setCard(Cards.reading(clearing.card()));
    CancelCardWriteResponse answer = port.cancelCardWrite(request);
    return new Answer(answer.getHeader(), answer.getPayment());
  }

  /**
   * What SG186 answered to an order.
   *
   * @param header the header; null if there is none
   * @param payment what was done; null if there is none
   */
  record Answer(ResponseHeader header, Payment payment) {}
}
