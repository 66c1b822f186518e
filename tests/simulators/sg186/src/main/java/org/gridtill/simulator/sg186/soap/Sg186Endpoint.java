package org.gridtill.simulator.sg186.soap;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.jws.WebService;
import org.gridtill.simulator.sg186.Simulator;
import org.gridtill.simulator.sg186.contract.ConfirmPayment;
import org.gridtill.simulator.sg186.contract.ConfirmPaymentResponse;
import org.gridtill.simulator.sg186.contract.DuplicateSerial;
import org.gridtill.simulator.sg186.contract.DuplicateSerialFault;
import org.gridtill.simulator.sg186.contract.Echo;
import org.gridtill.simulator.sg186.contract.EchoResponse;
import org.gridtill.simulator.sg186.contract.QueryBill;
import org.gridtill.simulator.sg186.contract.QueryBillResponse;
import org.gridtill.simulator.sg186.contract.QueryTransaction;
import org.gridtill.simulator.sg186.contract.QueryTransactionResponse;
import org.gridtill.simulator.sg186.contract.ReversePayment;
import org.gridtill.simulator.sg186.contract.ReversePaymentResponse;
import org.gridtill.simulator.sg186.contract.Sg186PortType;
import org.gridtill.simulator.sg186.contract.types.RequestHeader;
import org.gridtill.simulator.sg186.contract.types.ResponseHeader;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.gridtill.simulator.sg186.fault.Effects;
import org.gridtill.simulator.sg186.fault.FaultKind;
import org.gridtill.simulator.sg186.ledger.Answer;
import org.gridtill.simulator.sg186.ledger.Call;
import org.gridtill.simulator.sg186.ledger.DuplicateSerialException;
import org.gridtill.simulator.sg186.ledger.Entry;
import org.gridtill.simulator.sg186.ledger.Standing;
import org.gridtill.simulator.sg186.utility.Consumer;

/** The operations of the contract, with the faults that a script asked for around each. */
@WebService(
    endpointInterface = "org.gridtill.simulator.sg186.contract.Sg186PortType",
    targetNamespace = "urn:gridtill:sg186:2026:01",
    serviceName = "Sg186Service",
    portName = "Sg186Port")
public final class Sg186Endpoint implements Sg186PortType {

  private final Simulator simulator;
  private final BooleanSupplier down;

  /**
   * Makes the endpoint.
   *
   * @param down whether to close connections instead of answering
   */
  Sg186Endpoint(Simulator simulator, BooleanSupplier down) {
    this.simulator = simulator;
    this.down = down;
  }

  @Override
  public EchoResponse echo(Echo request) {
    return answer(
        "echo",
        effects -> {
          EchoResponse response = new EchoResponse();
          ResultCode code = effects.refusal().orElse(ResultCode.DONE);
          response.setHeader(Answers.header(request.getHeader(), code, "", false));
          return response;
        });
  }

  @Override
  public QueryBillResponse queryBill(QueryBill request) {
    return answer("queryBill", effects -> doQueryBill(request, effects.refusal()));
  }

  @Override
  public ConfirmPaymentResponse confirmPayment(ConfirmPayment request) throws DuplicateSerialFault {
    return answer("confirmPayment", effects -> doConfirm(request, effects.refusal()));
  }

  @Override
  public ReversePaymentResponse reversePayment(ReversePayment request) throws DuplicateSerialFault {
    return answer("reversePayment", effects -> doReverse(request, effects.refusal()));
  }

  @Override
  public QueryTransactionResponse queryTransaction(QueryTransaction request) {
    return answer("queryTransaction", effects -> doQueryTransaction(request, effects.refusal()));
  }

  private QueryBillResponse doQueryBill(QueryBill request, Optional<ResultCode> refusal) {
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

  private ConfirmPaymentResponse doConfirm(ConfirmPayment request, Optional<ResultCode> refusal)
      throws DuplicateSerialFault {
    RequestHeader header = request.getHeader();
    ConfirmPaymentResponse response = new ConfirmPaymentResponse();
    if (header.getOriginalSerialNo() != null || request.getAmount().signum() == 0) {
      response.setHeader(Answers.header(header, ResultCode.BAD_REQUEST, "", false));
      return response;
    }
    Call call = call(header, request.getConsumerNo(), request.getAmount());
    Answer answer = once(header, () -> simulator.ledger().pay(call, refusal));
    response.setHeader(header(header, answer));
    if (answer.code() == ResultCode.DONE) {
      response.setPayment(Answers.payment(call, consumerName(call.consumerNo()), answer.settled()));
    }
    return response;
  }

  private ReversePaymentResponse doReverse(ReversePayment request, Optional<ResultCode> refusal)
      throws DuplicateSerialFault {
    RequestHeader header = request.getHeader();
    ReversePaymentResponse response = new ReversePaymentResponse();
    if (header.getOriginalSerialNo() == null) {
      response.setHeader(Answers.header(header, ResultCode.BAD_REQUEST, "", false));
      return response;
    }
    Call call = call(header, request.getConsumerNo(), request.getAmount());
    Answer answer = once(header, () -> simulator.ledger().reverse(call, refusal));
    response.setHeader(header(header, answer));
    if (answer.code() == ResultCode.DONE) {
      response.setReversal(Answers.reversal(call));
    }
    return response;
  }

  private QueryTransactionResponse doQueryTransaction(
      QueryTransaction request, Optional<ResultCode> refusal) {
    RequestHeader header = request.getHeader();
    String original = header.getOriginalSerialNo();
    Optional<Standing> standing =
        original == null ? Optional.empty() : simulator.ledger().standing(original);
    ResultCode code = refusal.orElseGet(() -> judgeQuery(header, standing));
    QueryTransactionResponse response = new QueryTransactionResponse();
    response.setHeader(Answers.header(header, code, "", false));
    if (code == ResultCode.DONE) {
      Optional<Entry> entry = standing.get().entry();
      String name = entry.map(e -> consumerName(e.call().consumerNo())).orElse("");
      response.setTransaction(Answers.transaction(original, standing.get(), name));
    }
    return response;
  }

  private static ResultCode judgeQuery(RequestHeader header, Optional<Standing> standing) {
    if (header.getOriginalSerialNo() == null) {
      return ResultCode.BAD_REQUEST;
    }
    if (standing.isEmpty()) {
      return ResultCode.NO_SUCH_TRANSACTION;
    }
    Optional<Entry> entry = standing.get().entry();
    boolean ours =
        entry.isEmpty() || entry.get().call().agencyCode().equals(header.getAgencyCode());
    return ours ? ResultCode.DONE : ResultCode.ANOTHER_AGENCY;
  }

  /** Runs an operation with what is to go wrong with it. */
  private <T, E extends Exception> T answer(String name, Operation<T, E> operation) throws E {
    if (down.getAsBoolean()) {
      ConnectionCut.request();
      return null;
    }
    Effects effects = simulator.faults().take(name);
    if (effects.has(FaultKind.LOSE_BEFORE)) {
      ConnectionCut.request();
      return null;
    }
    pause(effects.millis(FaultKind.DELAY));
    T result = operation.run(effects);
    if (effects.has(FaultKind.DUPLICATE)) {
      result = operation.run(effects);
    }
    pause(effects.millis(FaultKind.DELAY_ANSWER));
    if (effects.has(FaultKind.LOSE_AFTER)) {
      ConnectionCut.request();
      return null;
    }
    return result;
  }

  private static void pause(long millis) {
    if (millis > 0) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Call call(RequestHeader header, String consumerNo, BigDecimal amount) {
    return new Call(
        header.getSerialNo(),
        header.getAgencyCode(),
        header.getTerminalId(),
        header.getChannel(),
        header.getAccountingDate(),
        consumerNo,
        amount.movePointRight(2).longValueExact(),
        header.getOriginalSerialNo() == null ? "" : header.getOriginalSerialNo());
  }

  private static ResponseHeader header(RequestHeader request, Answer answer) {
    return Answers.header(request, answer.code(), answer.upstreamSerialNo(), answer.replayed());
  }

  private String consumerName(String consumerNo) {
    return simulator.utility().consumer(consumerNo).map(Consumer::name).orElse("");
  }

  private static Answer once(RequestHeader header, Recorded recorded) throws DuplicateSerialFault {
    try {
      return recorded.call();
    } catch (DuplicateSerialException e) {
      DuplicateSerial detail = new DuplicateSerial();
      detail.setSerialNo(header.getSerialNo());
      detail.setText(e.getMessage());
      throw new DuplicateSerialFault(e.getMessage(), detail, e);
    }
  }

  private interface Operation<T, E extends Exception> {
    T run(Effects effects) throws E;
  }

  private interface Recorded {
    Answer call() throws DuplicateSerialException;
  }
}
