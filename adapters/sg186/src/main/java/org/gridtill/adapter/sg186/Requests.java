package org.gridtill.adapter.sg186;

import java.time.ZoneOffset;
import org.gridtill.adapter.sg186.contract.ConfirmCardWrite;
import org.gridtill.adapter.sg186.contract.QueryBill;
import org.gridtill.adapter.sg186.contract.QueryMeter;
import org.gridtill.adapter.sg186.contract.QueryTransaction;
import org.gridtill.adapter.sg186.contract.ReversePayment;
import org.gridtill.adapter.sg186.contract.types.CardOutcome;
import org.gridtill.adapter.sg186.contract.types.RequestHeader;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.BillingHeader;
import org.gridtill.api.adapter.billing.CardReport;
import org.gridtill.api.adapter.billing.ReversalOrder;
import org.gridtill.api.adapter.card.CardReading;

/** Puts the platform's questions, reports and reversals in the words of the contract. */
final class Requests {

  private Requests() {}

  static QueryBill queryBill(BillingHeader header, ConsumerNo consumer) {
    QueryBill request = new QueryBill();
    request.setHeader(header(header));
    request.setConsumerNo(consumer.value());
    return request;
  }

  static QueryMeter queryMeter(BillingHeader header, ConsumerNo consumer, CardReading card) {
    QueryMeter request = new QueryMeter();
    request.setHeader(header(header));
    request.setConsumerNo(consumer.value());
    request.setCard(card == null ? null : Cards.reading(card));
    return request;
  }

  static ReversePayment reversePayment(ReversalOrder order) {
    ReversePayment request = new ReversePayment();
    request.setHeader(header(order.header(), order.originalSerial()));
    request.setConsumerNo(order.consumer().value());
    request.setAmount(order.amount().yuan());
    request.setCardOutcome(
        order.card() == null ? null : CardOutcome.fromValue(order.card().name()));
    return request;
  }

  static QueryTransaction queryTransaction(BillingHeader header) {
    QueryTransaction request = new QueryTransaction();
    request.setHeader(header(header, header.serialNo()));
    return request;
  }

  static ConfirmCardWrite confirmCardWrite(CardReport report) {
    ConfirmCardWrite request = new ConfirmCardWrite();
    request.setHeader(header(report.header(), report.sale()));
    request.setConsumerNo(report.consumer().value());
    request.setOutcome(CardOutcome.fromValue(report.outcome().name()));
    return request;
  }

  static RequestHeader header(BillingHeader header, SerialNo original) {
    RequestHeader result = header(header);
    result.setOriginalSerialNo(original.value());
    return result;
  }

  static RequestHeader header(BillingHeader header) {
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
