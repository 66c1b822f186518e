package org.gridtill.adapter.pos;

import static org.gridtill.adapter.pos.Field.AGENCY;
import static org.gridtill.adapter.pos.Field.AMOUNT;
import static org.gridtill.adapter.pos.Field.CARD_DATA;
import static org.gridtill.adapter.pos.Field.COLLECTOR;
import static org.gridtill.adapter.pos.Field.CONSUMER;
import static org.gridtill.adapter.pos.Field.CURRENCY;
import static org.gridtill.adapter.pos.Field.DATE;
import static org.gridtill.adapter.pos.Field.FUNCTION;
import static org.gridtill.adapter.pos.Field.IDENTITY;
import static org.gridtill.adapter.pos.Field.MAC;
import static org.gridtill.adapter.pos.Field.MONTHS;
import static org.gridtill.adapter.pos.Field.ORIGINAL;
import static org.gridtill.adapter.pos.Field.PROCESSING_CODE;
import static org.gridtill.adapter.pos.Field.SERIAL_NO;
import static org.gridtill.adapter.pos.Field.TERMINAL;
import static org.gridtill.adapter.pos.Field.TIME;
import static org.gridtill.adapter.pos.Field.TRACE_NO;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a terminal can ask, by message type, processing code, line of business and function; and
 * with which fields. A service that may name a sale in two ways lists both fields as optional; that
 * there is exactly one of them is for the {@link RequestReader} to see.
 */
enum Service {
  SIGN_ON(0x0800, "", "000", "903", Set.of()),
  ECHO(0x0800, "", "000", "301", Set.of()),
  ASK_CHALLENGE(0x0200, "910000", "000", "904", Set.of()),
  OPEN_SHIFT(0x0200, "910000", "000", "905", Set.of(IDENTITY)),
  CLOSE_SHIFT(0x0200, "910000", "000", "906", Set.of(IDENTITY)),
  QUERY_BILLS(0x0200, "310000", "010", "001", Set.of(CONSUMER, CURRENCY)),
  PAY_BILLS(0x0200, "190000", "010", "002", Set.of(AMOUNT, CONSUMER, CURRENCY), MONTHS),
  PREPAY(0x0200, "190000", "011", "002", Set.of(AMOUNT, CONSUMER, CURRENCY)),
  QUERY_METER(0x0200, "310000", "020", "022", Set.of(CONSUMER, CURRENCY), CARD_DATA),
  OPEN_CARD(0x0200, "190000", "020", "003", Set.of(AMOUNT, CONSUMER, CURRENCY, CARD_DATA)),
  RECHARGE_CARD(0x0200, "190000", "020", "002", Set.of(AMOUNT, CONSUMER, CURRENCY, CARD_DATA)),
  RECHARGE_REMOTELY(0x0200, "190000", "021", "002", Set.of(AMOUNT, CONSUMER, CURRENCY)),
  REPLACE_CARD(0x0200, "900000", "020", "025", Set.of(CONSUMER, CARD_DATA)),
  REWRITE_CARD(0x0200, "900000", "020", "023", Set.of(CARD_DATA), ORIGINAL, SERIAL_NO),
  CLEAR_CARD(0x0200, "900000", "020", "024", Set.of(CARD_DATA), ORIGINAL, SERIAL_NO),
  REPORT_CARD(0x0220, "900000", "020", "026", Set.of(CARD_DATA), ORIGINAL, SERIAL_NO),
  QUERY_TRANSACTION(0x0200, "380000", "010", "010", Set.of(ORIGINAL)),
  VOID(0x0200, "200000", "010", "012", Set.of(AMOUNT, CURRENCY, ORIGINAL), CARD_DATA),
  REVERSE(0x0400, "190000", "010", "012", Set.of(AMOUNT, CURRENCY, ORIGINAL), CARD_DATA);

  private static final Set<Field> ALWAYS = EnumSet.of(TRACE_NO, TERMINAL, AGENCY, FUNCTION);
  private static final int NETWORK = 0x0800;

  private final int type;
  private final String processingCode;
  private final String business;
  private final String function;
  private final Set<Field> required;
  private final Set<Field> optional;

  Service(
      int type,
      String processingCode,
      String business,
      String function,
      Set<Field> required,
      Field... optional) {
    this.type = type;
    this.processingCode = processingCode;
    this.business = business;
    this.function = function;
    this.required = EnumSet.of(TRACE_NO, TERMINAL, AGENCY, FUNCTION);
    this.required.addAll(required);
    if (!processingCode.isEmpty()) {
      this.required.add(PROCESSING_CODE);
    }
    this.optional = EnumSet.of(TIME, DATE, COLLECTOR, MAC);
    this.optional.addAll(Arrays.asList(optional));
  }

  /** Returns the service that a message asks for; empty if there is none. */
  static Optional<Service> of(PosMessage message) {
    return Arrays.stream(values()).filter(service -> service.isMeantBy(message)).findFirst();
  }

  private boolean isMeantBy(PosMessage message) {
    FunctionCode asked = FunctionCode.of(message);
    return type == message.type()
        && processingCode.equals(message.text(PROCESSING_CODE))
        && business.equals(asked.business())
        && function.equals(asked.function());
  }

  /** Tells whether a message without a code that authenticates it is refused. */
  boolean authenticated() {
    return type != NETWORK;
  }

  /**
   * Tells whether the message has every field that the service needs, and none it does not know.
   */
  boolean fits(PosMessage message) {
    Set<Field> present = message.fields().keySet();
    return present.containsAll(required)
        && present.stream().allMatch(field -> required.contains(field) || optional.contains(field));
  }

  /** Tells whether the message has what every request needs. */
  static boolean isComplete(PosMessage message) {
    return message.fields().keySet().containsAll(ALWAYS);
  }
}
