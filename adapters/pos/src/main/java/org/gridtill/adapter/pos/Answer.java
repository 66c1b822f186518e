package org.gridtill.adapter.pos;

import static org.gridtill.adapter.pos.Field.AGENCY;
import static org.gridtill.adapter.pos.Field.AMOUNT;
import static org.gridtill.adapter.pos.Field.CONSUMER;
import static org.gridtill.adapter.pos.Field.CURRENCY;
import static org.gridtill.adapter.pos.Field.DATE;
import static org.gridtill.adapter.pos.Field.FUNCTION;
import static org.gridtill.adapter.pos.Field.ORIGINAL;
import static org.gridtill.adapter.pos.Field.PROCESSING_CODE;
import static org.gridtill.adapter.pos.Field.RESPONSE_CODE;
import static org.gridtill.adapter.pos.Field.TERMINAL;
import static org.gridtill.adapter.pos.Field.TIME;
import static org.gridtill.adapter.pos.Field.TRACE_NO;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The parts that all answers have in common. */
final class Answer {

  /** What an answer repeats of its request, as far as the request has it. */
  private static final List<Field> REPEATED =
      List.of(
          PROCESSING_CODE,
          AMOUNT,
          TRACE_NO,
          TERMINAL,
          AGENCY,
          CONSUMER,
          CURRENCY,
          FUNCTION,
          ORIGINAL);

  private static final int REFUSAL_BYTES = 200;
  private static final DateTimeFormatter HHMMSS =
      DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);
  private static final DateTimeFormatter MMDD = DateTimeFormatter.ofPattern("MMdd", Locale.ROOT);

  private Answer() {}

  /** Returns an answer with what it repeats of the request, and the response code. */
  static PosMessage to(PosMessage request, ResponseCode code) {
    PosMessage answer = new PosMessage(MessageType.answerTo(request.type()));
    for (Field field : REPEATED) {
      if (request.has(field)) {
        answer.set(field, request.bytes(field));
      }
    }
    return answer.set(RESPONSE_CODE, code.code());
  }

  /** Returns an answer that only says what is wrong. */
  static PosMessage refusing(PosMessage request, ResponseCode code, String text) {
    return to(request, code).set(Field.TEXT, PosText.encode(text, REFUSAL_BYTES));
  }

  /** Sets the platform's time, as clocks where the terminals are show it. */
  static PosMessage stamp(PosMessage answer, Instant time, ZoneId zone) {
    ZonedDateTime local = time.atZone(zone);
    return answer.set(TIME, HHMMSS.format(local)).set(DATE, MMDD.format(local));
  }
}
