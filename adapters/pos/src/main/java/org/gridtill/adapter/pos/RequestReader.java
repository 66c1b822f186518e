package org.gridtill.adapter.pos;

import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Request;

/** Turns a message into the request it makes. */
final class RequestReader {

  /** ISO 4217's number of the yuan. */
  static final String YUAN = "156";

  private RequestReader() {}

  /**
   * Returns who sends a message.
   *
   * @throws IllegalArgumentException if a part has a wrong form
   */
  static Origin origin(PosMessage message) {
    return new Origin(
        message.text(Field.TERMINAL),
        message.text(Field.AGENCY),
        FunctionCode.of(message).batchNo(),
        message.text(Field.TRACE_NO));
  }

  /**
   * Returns the request.
   *
   * @throws IllegalArgumentException if a field is missing, too much, or has a wrong form
   */
  static Request request(Service service, Origin origin, PosMessage message) {
    if (!service.fits(message)) {
      throw new IllegalArgumentException("a field is missing or does not belong there");
    }
    if (message.has(Field.CURRENCY) && !message.text(Field.CURRENCY).equals(YUAN)) {
      throw new IllegalArgumentException("the currency is not the yuan");
    }
    return switch (service) {
      case SIGN_ON -> new Request.SignOn(origin);
      case ECHO -> new Request.Echo(origin);
      case QUERY_BILLS -> new Request.QueryBills(origin, consumer(message));
      case PAY_BILLS -> new Request.PayBills(origin, consumer(message), amount(message));
      case QUERY_TRANSACTION ->
          new Request.QueryTransaction(origin, originalBatch(message), originalTrace(message));
      case REVERSE ->
          new Request.Reverse(
              origin, originalBatch(message), originalTrace(message), amount(message));
    };
  }

  private static ConsumerNo consumer(PosMessage message) {
    return new ConsumerNo(message.text(Field.CONSUMER));
  }

  private static Money amount(PosMessage message) {
    return Money.ofFen(Long.parseLong(message.text(Field.AMOUNT)));
  }

  private static String originalBatch(PosMessage message) {
    return message.text(Field.ORIGINAL).substring(0, 6);
  }

  private static String originalTrace(PosMessage message) {
    return message.text(Field.ORIGINAL).substring(6);
  }
}
