package org.gridtill.simulator.sg186.soap;

import java.math.BigDecimal;
import java.util.Optional;
import org.gridtill.simulator.sg186.Simulator;
import org.gridtill.simulator.sg186.contract.DuplicateSerial;
import org.gridtill.simulator.sg186.contract.DuplicateSerialFault;
import org.gridtill.simulator.sg186.contract.types.Payment;
import org.gridtill.simulator.sg186.contract.types.RequestHeader;
import org.gridtill.simulator.sg186.contract.types.ResponseHeader;
import org.gridtill.simulator.sg186.contract.types.ResultCode;
import org.gridtill.simulator.sg186.contract.types.TransactionKind;
import org.gridtill.simulator.sg186.ledger.Answer;
import org.gridtill.simulator.sg186.ledger.Call;
import org.gridtill.simulator.sg186.ledger.DuplicateSerialException;
import org.gridtill.simulator.sg186.ledger.Standing;
import org.gridtill.simulator.sg186.utility.Consumer;

/** What all operations have in common that are recorded under their serial number. */
final class Transactions {

  private final Simulator simulator;

  Transactions(Simulator simulator) {
    this.simulator = simulator;
  }

  /** Does a transaction of that kind. */
  Done execute(
      TransactionKind kind,
      RequestHeader header,
      String consumerNo,
      BigDecimal amount,
      Details details,
      Optional<ResultCode> refusal)
      throws DuplicateSerialFault {
    boolean aboutAnother =
        kind == TransactionKind.REVERSAL
            || kind == TransactionKind.CARD_REWRITE
            || kind == TransactionKind.CARD_CLEARING;
    boolean takesMoney = !aboutAnother && kind != TransactionKind.CARD_REPLACEMENT;
    if (aboutAnother != (header.getOriginalSerialNo() != null)
        || takesMoney && amount.signum() == 0) {
      return badRequest(header);
    }
    Call call;
    try {
      call = call(kind, header, consumerNo, amount, details.get());
    } catch (IllegalArgumentException | ArithmeticException e) {
      return badRequest(header);
    }
    Answer answer = once(call, refusal);
    ResponseHeader answered =
        Answers.header(header, answer.code(), answer.upstreamSerialNo(), answer.replayed());
    answered.setAccountingDate(answer.booked());
    boolean done = answer.code() == ResultCode.DONE;
    return new Done(
        answered, done && kind != TransactionKind.REVERSAL ? payment(call, answer) : null, call);
  }

  /** Returns a consumer's name; empty if there is no such consumer. */
  String consumerName(String consumerNo) {
    return simulator.utility().consumer(consumerNo).map(Consumer::name).orElse("");
  }

  private Payment payment(Call call, Answer answer) {
    Optional<Standing> standing = simulator.ledger().standing(call.serialNo());
    return Answers.payment(
        call, consumerName(call.consumerNo()), answer.effect(), standing.flatMap(Standing::meter));
  }

  private static Done badRequest(RequestHeader header) {
    return new Done(Answers.header(header, ResultCode.BAD_REQUEST, "", false), null, null);
  }

  private static Call call(
      TransactionKind kind,
      RequestHeader header,
      String consumerNo,
      BigDecimal amount,
      Call.Details details) {
    return new Call(
        kind,
        header.getSerialNo(),
        new Call.Sender(header.getAgencyCode(), header.getTerminalId(), header.getChannel()),
        header.getAccountingDate(),
        consumerNo,
        amount.movePointRight(2).longValueExact(),
        header.getOriginalSerialNo() == null ? "" : header.getOriginalSerialNo(),
        details);
  }

  private Answer once(Call call, Optional<ResultCode> refusal) throws DuplicateSerialFault {
    try {
      return simulator.ledger().execute(call, refusal);
    } catch (DuplicateSerialException e) {
      DuplicateSerial detail = new DuplicateSerial();
      detail.setSerialNo(call.serialNo());
      detail.setText(e.getMessage());
      throw new DuplicateSerialFault(e.getMessage(), detail, e);
    }
  }

  /** The details of a call, which may turn out to be unreadable. */
  interface Details {
    Call.Details get();
  }

  /**
   * What came of it.
   *
   * @param header the answer's header
   * @param payment what was done; null if nothing, or if it was a reversal
   * @param call the call; null if the request made no sense
   */
  record Done(ResponseHeader header, Payment payment, Call call) {}
}
