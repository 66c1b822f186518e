package org.gridtill.adapter.sg186;

import javax.xml.ws.WebServiceException;
import org.gridtill.adapter.sg186.contract.DuplicateSerialFault;
import org.gridtill.adapter.sg186.contract.types.ResponseHeader;
import org.gridtill.adapter.sg186.contract.types.ResultCode;
import org.gridtill.adapter.sg186.http.NotSentException;
import org.gridtill.api.adapter.billing.BillingHeader;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingResult.Declined;
import org.gridtill.api.adapter.billing.BillingResult.Unknown;
import org.gridtill.api.adapter.billing.DeclineReason;

/** Turns what can come of a call into a result. */
final class Outcome {

  private Outcome() {}

  /** Refuses for that reason, if the code says that nothing was done. */
  static <T> BillingResult<T> refusal(ResponseHeader answered, DeclineReason reason) {
    ResultCode code = answered.getResultCode();
    return ResultCodes.refusesOrder(code)
        ? new Declined<>(reason, code.value(), Answers.text(answered.getResultText()))
        : unclear(answered);
  }

  /** Leaves open what the code means. */
  static <T> BillingResult<T> unclear(ResponseHeader answered) {
    return new Unknown<>(
        "result code " + answered.getResultCode().value() + ": " + answered.getResultText());
  }

  /** Makes a call, and turns what can go wrong with it into a result. */
  static <T> BillingResult<T> of(BillingHeader header, Call<T> call) {
    try {
      return call.make();
    } catch (DuplicateSerialFault e) {
      return duplicate(header, e);
    } catch (UnclearAnswerException e) {
      return new Unknown<>(e.getMessage());
    } catch (WebServiceException e) {
      return failure(e);
    }
  }

  private static <T> BillingResult<T> duplicate(BillingHeader header, DuplicateSerialFault fault) {
    boolean ours =
        fault.getFaultInfo() != null
            && header.serialNo().value().equals(fault.getFaultInfo().getSerialNo());
    return ours
        ? new Declined<>(DeclineReason.DUPLICATE_SERIAL, "11004", fault.getFaultInfo().getText())
        : new Unknown<>("a DuplicateSerial fault about another serial number");
  }

  private static <T> BillingResult<T> failure(WebServiceException failure) {
    Throwable root = failure;
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof NotSentException) {
        return new Declined<>(DeclineReason.UNREACHABLE, "", String.valueOf(t.getMessage()));
      }
      root = t;
    }
    return new Unknown<>(root.getClass().getSimpleName() + ": " + root.getMessage());
  }

  /**
   * Where a refusal is taken for the billing system's word on an original, that this call did not
   * reach it, or that its serial number is not free, says nothing.
   */
  static <T> BillingResult<T> aboutOriginal(BillingResult<T> result) {
    return result instanceof Declined<T> declined
            && (declined.reason() == DeclineReason.UNREACHABLE
                || declined.reason() == DeclineReason.DUPLICATE_SERIAL)
        ? new Unknown<>(declined.reason() + ": " + declined.text())
        : result;
  }

  /** A call and the reading of its answer. */
  interface Call<T> {
    BillingResult<T> make() throws DuplicateSerialFault, UnclearAnswerException;
  }
}
