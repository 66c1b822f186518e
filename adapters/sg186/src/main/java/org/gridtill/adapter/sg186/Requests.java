package org.gridtill.adapter.sg186;

import java.time.ZoneOffset;
import org.gridtill.adapter.sg186.contract.ConfirmPayment;
import org.gridtill.adapter.sg186.contract.QueryBill;
import org.gridtill.adapter.sg186.contract.QueryTransaction;
import org.gridtill.adapter.sg186.contract.ReversePayment;
import org.gridtill.adapter.sg186.contract.types.RequestHeader;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.billing.BillingHeader;
import org.gridtill.api.adapter.billing.BillingOrder;
import org.gridtill.api.adapter.billing.ReversalOrder;

/** Puts the platform's calls in the words of the contract. */
final class Requests {

  private Requests() {}

  static QueryBill queryBill(BillingHeader header, ConsumerNo consumer) {
    QueryBill request = new QueryBill();
    request.setHeader(header(header));
    request.setConsumerNo(consumer.value());
    return request;
  }

  static ConfirmPayment confirmPayment(BillingOrder order) {
    ConfirmPayment request = new ConfirmPayment();
    request.setHeader(header(order.header()));
    request.setConsumerNo(order.consumer().value());
    request.setAmount(order.amount().yuan());
    return request;
  }

  static ReversePayment reversePayment(ReversalOrder order) {
    ReversePayment request = new ReversePayment();
    request.setHeader(header(order.header()));
    request.getHeader().setOriginalSerialNo(order.originalSerial().value());
    request.setConsumerNo(order.consumer().value());
    request.setAmount(order.amount().yuan());
    return request;
  }

  static QueryTransaction queryTransaction(BillingHeader header) {
    QueryTransaction request = new QueryTransaction();
    request.setHeader(header(header));
    request.getHeader().setOriginalSerialNo(header.serialNo().value());
    return request;
  }

  private static RequestHeader header(BillingHeader header) {
    RequestHeader result = new RequestHeader();
    result.setAgencyCode(header.agencyCode());
    result.setTerminalId(header.terminalCode());
    result.setChannel(header.channel());
    result.setSerialNo(header.serialNo().value());
    result.setRequestTime(header.requestTime().atOffset(ZoneOffset.UTC));
    result.setAccountingDate(header.accountingDate());
    return result;
  }
}
