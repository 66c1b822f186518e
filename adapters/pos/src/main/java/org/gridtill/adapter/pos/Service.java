package org.gridtill.adapter.pos;

import static org.gridtill.adapter.pos.Field.AGENCY;
import static org.gridtill.adapter.pos.Field.AMOUNT;
import static org.gridtill.adapter.pos.Field.CONSUMER;
import static org.gridtill.adapter.pos.Field.CURRENCY;
import static org.gridtill.adapter.pos.Field.DATE;
import static org.gridtill.adapter.pos.Field.FUNCTION;
import static org.gridtill.adapter.pos.Field.MAC;
import static org.gridtill.adapter.pos.Field.ORIGINAL;
import static org.gridtill.adapter.pos.Field.PROCESSING_CODE;
import static org.gridtill.adapter.pos.Field.TERMINAL;
import static org.gridtill.adapter.pos.Field.TIME;
import static org.gridtill.adapter.pos.Field.TRACE_NO;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a terminal can ask, by message type, processing code and function; and with which fields.
 */
enum Service {
  SIGN_ON(0x0800, "", "000", "903", false),
  ECHO(0x0800, "", "000", "301", false),
  QUERY_BILLS(0x0200, "310000", "010", "001", true, PROCESSING_CODE, CONSUMER, CURRENCY),
  PAY_BILLS(0x0200, "190000", "010", "002", true, PROCESSING_CODE, AMOUNT, CONSUMER, CURRENCY),
  QUERY_TRANSACTION(0x0200, "380000", "010", "010", true, PROCESSING_CODE, ORIGINAL),
  REVERSE(0x0400, "190000", "010", "012", true, PROCESSING_CODE, AMOUNT, CURRENCY, ORIGINAL);

  private static final Set<Field> ALWAYS = EnumSet.of(TRACE_NO, TERMINAL, AGENCY, FUNCTION);
  private static final Set<Field> AT_WILL = EnumSet.of(TIME, DATE, MAC);

  private final int type;
  private final String processingCode;
  private final String business;
  private final String function;
  private final boolean authenticated;
  private final Set<Field> required;

  Service(
      int type,
      String processingCode,
      String business,
      String function,
      boolean authenticated,
      Field... more) {
    this.type = type;
    this.processingCode = processingCode;
    this.business = business;
    this.function = function;
    this.authenticated = authenticated;
    this.required = EnumSet.of(TRACE_NO, TERMINAL, AGENCY, FUNCTION);
    this.required.addAll(Arrays.asList(more));
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
    return authenticated;
  }

  /** Tells whether the message has every field that the service needs, and no other. */
  boolean fits(PosMessage message) {
    Set<Field> present = message.fields().keySet();
    return present.containsAll(required)
        && present.stream().allMatch(field -> required.contains(field) || AT_WILL.contains(field));
  }

  /** Tells whether the message has what every request needs. */
  static boolean isComplete(PosMessage message) {
    return message.fields().keySet().containsAll(ALWAYS);
  }
}
