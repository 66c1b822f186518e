package org.gridtill.adapter.pos;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.terminal.CardRequest;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.Original;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.ShiftRequest;

/** Turns a message into the request it makes. */
final class RequestReader {

  /** ISO 4217's number of the yuan. */
  static final String YUAN = "156";

  private static final int MONTH_DIGITS = 6;

  private final Origin origin;
  private final PosMessage message;
  private final CardData card;

  private RequestReader(Origin origin, PosMessage message) {
    this.origin = origin;
    this.message = message;
    this.card = CardData.of(message.bytes(Field.CARD_DATA));
  }

  /**
   * Returns who sends a message.
   *
   * @throws IllegalArgumentException if a part has a wrong form
   */
  static Origin origin(PosMessage message) {
    String collector = message.text(Field.COLLECTOR);
    if (message.has(Field.COLLECTOR) && collector.isEmpty()) {
      throw new IllegalArgumentException("the collector code is empty");
    }
    return new Origin(
        message.text(Field.TERMINAL),
        message.text(Field.AGENCY),
        FunctionCode.of(message).batchNo(),
        message.text(Field.TRACE_NO),
        collector);
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
    return new RequestReader(origin, message).request(service);
  }

  private Request request(Service service) {
    return switch (service) {
      case SIGN_ON -> new Request.SignOn(origin);
      case ECHO -> new Request.Echo(origin);
      case ASK_CHALLENGE -> new ShiftRequest.AskChallenge(origin);
      case OPEN_SHIFT -> IdentityData.opening(origin, message.bytes(Field.IDENTITY));
      case CLOSE_SHIFT -> IdentityData.closing(origin, message.bytes(Field.IDENTITY));
      case QUERY_BILLS -> new Request.QueryBills(origin, consumer());
      case PAY_BILLS -> new Request.PayBills(origin, consumer(), amount(), months());
      case PREPAY -> new Request.Prepay(origin, consumer(), amount());
      case RECHARGE_REMOTELY -> new Request.RechargeRemotely(origin, consumer(), amount());
      case QUERY_TRANSACTION ->
          new Request.QueryTransaction(origin, originalBatch(), originalTrace());
      case REVERSE -> reversal(Request.Cause.NO_ANSWER);
      case VOID -> reversal(Request.Cause.COLLECTOR);
      default -> cardRequest(service);
    };
  }

  private Request cardRequest(Service service) {
    return switch (service) {
      case QUERY_METER -> new Request.QueryMeter(origin, consumer(), readingIfAny());
      case OPEN_CARD -> new CardRequest.Open(origin, consumer(), amount(), card.readingOnly());
      case RECHARGE_CARD ->
          new CardRequest.Recharge(origin, consumer(), amount(), card.readingOnly());
      case REPLACE_CARD -> new CardRequest.Replace(origin, consumer(), card.readingOnly());
      case REWRITE_CARD -> new CardRequest.Rewrite(origin, sale(), card.readingOnly());
      case CLEAR_CARD -> new CardRequest.Clear(origin, sale(), card.readingOnly());
      case REPORT_CARD -> report();
      default -> throw new IllegalStateException("no reader for " + service);
    };
  }

  private CardRequest.Report report() {
    if (card.outcome() == null) {
      throw new IllegalArgumentException("field 55: the outcome is missing");
    }
    return new CardRequest.Report(origin, sale(), card.outcome(), card.reading());
  }

  private Request.Reverse reversal(Request.Cause cause) {
    return new Request.Reverse(
        origin, originalBatch(), originalTrace(), amount(), cause, card.outcomeOnly());
  }

  private CardReading readingIfAny() {
    return message.has(Field.CARD_DATA) ? card.readingOnly() : null;
  }

  private Original sale() {
    if (message.has(Field.ORIGINAL) == message.has(Field.SERIAL_NO)) {
      throw new IllegalArgumentException("either field 37 or field 61 must name the sale");
    }
    return message.has(Field.ORIGINAL)
        ? new Original.ByKey(originalBatch(), originalTrace())
        : new Original.BySerial(new SerialNo(message.text(Field.SERIAL_NO)));
  }

  private ConsumerNo consumer() {
    return new ConsumerNo(message.text(Field.CONSUMER));
  }

  private Money amount() {
    return Money.ofFen(Long.parseLong(message.text(Field.AMOUNT)));
  }

  /** Returns the chosen months; none if the message chooses none. */
  private List<YearMonth> months() {
    if (!message.has(Field.MONTHS)) {
      return List.of();
    }
    String digits = message.text(Field.MONTHS);
    if (digits.isEmpty() || digits.length() % MONTH_DIGITS != 0) {
      throw new IllegalArgumentException("the months have a wrong form");
    }
    List<YearMonth> months = new ArrayList<>();
    for (int at = 0; at < digits.length(); at += MONTH_DIGITS) {
      YearMonth month = month(digits.substring(at, at + MONTH_DIGITS));
      if (months.contains(month)) {
        throw new IllegalArgumentException("a month is named twice");
      }
      months.add(month);
    }
    return months;
  }

  private static YearMonth month(String digits) {
    if (!digits.matches("[0-9]+")) {
      throw new IllegalArgumentException("the months have a wrong form");
    }
    try {
      int number = Integer.parseInt(digits);
      return YearMonth.of(number / 100, number % 100);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("there is no such month", e);
    }
  }

  private String originalBatch() {
    return message.text(Field.ORIGINAL).substring(0, 6);
  }

  private String originalTrace() {
    return message.text(Field.ORIGINAL).substring(6);
  }
}
