package org.gridtill.simulator.pos;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** How the fields of a message are laid out. */
enum FieldLayout {
  PROCESSING_CODE(3, "processing code", 3, Form.DIGITS),
  AMOUNT(4, "amount in fen", 6, Form.DIGITS),
  TRACE_NO(11, "trace number", 3, Form.DIGITS),
  TIME(12, "time", 3, Form.DIGITS),
  DATE(13, "date", 2, Form.DIGITS),
  ACCOUNTING_DATE(15, "accounting date", 2, Form.DIGITS),
  SERIAL_NO(37, "serial number", 12, Form.ASCII),
  RESPONSE_CODE(39, "response code", 2, Form.ASCII),
  TERMINAL(41, "terminal", 8, Form.ASCII),
  AGENCY(42, "agency", 15, Form.ASCII),
  RECEIPT_NO(44, "receipt number", 1, Form.COUNTED),
  IDENTITY(47, "card, SIM, shift", 2, Form.COUNTED_BYTES),
  CONSUMER(48, "consumer", 2, Form.COUNTED),
  CURRENCY(49, "currency", 3, Form.ASCII),
  CARD_DATA(55, "card data", 2, Form.COUNTED_BYTES),
  METER_ACCOUNT(56, "meter account", 2, Form.COUNTED),
  BILL_LINES(57, "bill lines", 2, Form.COUNTED),
  MONTHS(58, "months", 2, Form.COUNTED),
  COLLECTOR(59, "collector", 2, Form.COUNTED),
  FUNCTION(60, "function", 2, Form.COUNTED_DIGITS),
  ORIGINAL(61, "original batch, trace", 2, Form.COUNTED_DIGITS),
  WORKING_KEYS(62, "working keys", 2, Form.COUNTED_SECRET),
  TEXT(63, "text", 2, Form.COUNTED_TEXT),
  MAC(64, "MAC", 8, Form.BYTES);

  /** How a field is written. Counted ones begin with their length, as BCD digits. */
  enum Form {
    DIGITS,
    ASCII,
    BYTES,
    COUNTED,
    COUNTED_BYTES,
    COUNTED_DIGITS,
    COUNTED_SECRET,
    COUNTED_TEXT;

    boolean counted() {
      return ordinal() >= COUNTED.ordinal();
    }

    boolean digits() {
      return this == DIGITS || this == COUNTED_DIGITS;
    }

    boolean ascii() {
      return this == ASCII || this == COUNTED;
    }
  }

  private static final Map<Integer, FieldLayout> BY_NUMBER = byNumber();

  private final int number;
  private final String label;
  private final int size;
  private final Form form;

  FieldLayout(int number, String label, int size, Form form) {
    this.number = number;
    this.label = label;
    this.size = size;
    this.form = form;
  }

  /** Returns the layout of a field; null if the protocol has no such field. */
  static FieldLayout of(int number) {
    return BY_NUMBER.get(number);
  }

  int number() {
    return number;
  }

  String label() {
    return label;
  }

  /** Returns the bytes of the field, or of its length if it is counted. */
  int size() {
    return size;
  }

  Form form() {
    return form;
  }

  private static Map<Integer, FieldLayout> byNumber() {
    Map<Integer, FieldLayout> all = new TreeMap<>();
    Arrays.stream(values()).forEach(layout -> all.put(layout.number, layout));
    return all;
  }
}
