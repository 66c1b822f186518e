package org.gridtill.simulator.sg186.soap;

import java.util.Optional;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.simulator.sg186.Simulator;
import org.gridtill.simulator.sg186.contract.ConfirmCardWrite;
import org.gridtill.simulator.sg186.contract.ConfirmCardWriteResponse;
import org.gridtill.simulator.sg186.contract.QueryBill;
import org.gridtill.simulator.sg186.contract.QueryBillResponse;
import org.gridtill.simulator.sg186.contract.QueryMeter;
import org.gridtill.simulator.sg186.contract.QueryMeterResponse;
import org.gridtill.simulator.sg186.contract.QueryTransaction;
import org.gridtill.simulator.sg186.contract.QueryTransactionResponse;
import org.gridtill.simulator.sg186.contract.types.RequestHeader;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.gridtill.simulator.sg186.ledger.Entry;
import org.gridtill.simulator.sg186.ledger.Standing;
import org.gridtill.simulator.sg186.utility.Consumer;

/** What is not recorded under a serial number: the questions, and the reports on cards. */
final class Queries {

  private final Simulator simulator;

  Queries(Simulator simulator) {
    this.simulator = simulator;
  }

  QueryBillResponse bill(QueryBill request, Optional<ResultCode> refusal) {
    Optional<Consumer> consumer = simulator.utility().consumer(request.getConsumerNo());
    ResultCode code =
        refusal.orElse(consumer.isPresent() ? ResultCode.DONE : ResultCode.NO_SUCH_CONSUMER);
    RequestHeader header = request.getHeader();
    QueryBillResponse response = new QueryBillResponse();
    response.setHeader(Answers.header(header, code, "", false));
    if (code == ResultCode.DONE) {
      Consumer known = consumer.get();
      response.setStatement(
          Answers.statement(known, simulator.ledger().arrears(known, header.getAccountingDate())));
    }
    return response;
  }

  QueryMeterResponse meter(QueryMeter request, Optional<ResultCode> refusal) {
    RequestHeader header = request.getHeader();
    Optional<Consumer> consumer = simulator.utility().consumer(request.getConsumerNo());
    Optional<CardReading> card = Optional.empty();
    ResultCode code = ResultCode.DONE;
    try {
      card = Optional.ofNullable(request.getCard()).map(Cards::reading);
    } catch (IllegalArgumentException | ArithmeticException e) {
      code = ResultCode.BAD_REQUEST;
    }
    if (consumer.isEmpty()) {
      code = ResultCode.NO_SUCH_CONSUMER;
    } else if (!consumer.get().sort().hasMeter()) {
      code = ResultCode.NO_SUCH_METER;
    }
    code = refusal.orElse(code);
    QueryMeterResponse response = new QueryMeterResponse();
    response.setHeader(Answers.header(header, code, "", false));
    if (code == ResultCode.DONE) {
      response.setAccount(
          Answers.account(
              consumer.get(),
              simulator.ledger().meter(consumer.get(), card, header.getAccountingDate())));
    }
    return response;
  }

  QueryTransactionResponse transaction(QueryTransaction request, Optional<ResultCode> refusal) {
    RequestHeader header = request.getHeader();
    String original = header.getOriginalSerialNo();
    Optional<Standing> standing =
        original == null ? Optional.empty() : simulator.ledger().standing(original);
    ResultCode code = refusal.orElseGet(() -> judge(header, standing));
    QueryTransactionResponse response = new QueryTransactionResponse();
    response.setHeader(Answers.header(header, code, "", false));
    if (code == ResultCode.DONE) {
      Optional<Entry> entry = standing.get().entry();
      String name =
          entry
              .flatMap(e -> simulator.utility().consumer(e.call().consumerNo()))
              .map(Consumer::name)
              .orElse("");
      response.setTransaction(Answers.transaction(original, standing.get(), name));
    }
    return response;
  }

  ConfirmCardWriteResponse report(ConfirmCardWrite request, Optional<ResultCode> refusal) {
    RequestHeader header = request.getHeader();
    ResultCode code =
        header.getOriginalSerialNo() == null
            ? ResultCode.BAD_REQUEST
            : simulator
                .ledger()
                .report(
                    header.getOriginalSerialNo(),
                    header.getAgencyCode(),
                    request.getConsumerNo(),
                    CardOutcome.valueOf(request.getOutcome().value()),
                    refusal);
    ConfirmCardWriteResponse response = new ConfirmCardWriteResponse();
    response.setHeader(Answers.header(header, code, "", false));
    return response;
  }

  private static ResultCode judge(RequestHeader header, Optional<Standing> standing) {
    if (header.getOriginalSerialNo() == null) {
      return ResultCode.BAD_REQUEST;
    }
    if (standing.isEmpty()) {
      return ResultCode.NO_SUCH_TRANSACTION;
    }
    Optional<Entry> entry = standing.get().entry();
    boolean ours =
        entry.isEmpty() || entry.get().call().sender().agencyCode().equals(header.getAgencyCode());
    return ours ? ResultCode.DONE : ResultCode.ANOTHER_AGENCY;
  }
}
