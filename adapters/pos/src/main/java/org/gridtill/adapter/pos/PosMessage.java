package org.gridtill.adapter.pos;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** One message: its type and the bytes of its fields. For use by one thread. */
final class PosMessage {

  private final int type;
  private final Map<Field, byte[]> fields = new EnumMap<>(Field.class);

  /**
   * Makes a message without fields.
   *
   * @param type the message type as four hexadecimal digits, {@code 0x0200} say
   */
  PosMessage(int type) {
    this.type = type;
  }

  int type() {
    return type;
  }

  boolean has(Field field) {
    return fields.containsKey(field);
  }

  /** Tells whether the message names what an answer to it must name. */
  boolean isAnswerable() {
    return has(Field.TRACE_NO) && has(Field.TERMINAL);
  }

  /** Returns the field's content; empty if the message has no such field. */
  String text(Field field) {
    byte[] value = fields.get(field);
    return value == null ? "" : field.decode(value);
  }

  /** Returns the field's bytes, without their length; null if the message has no such field. */
  byte[] bytes(Field field) {
    return fields.get(field);
  }

  /**
   * Sets a field to a text.
   *
   * @throws IllegalArgumentException if the field cannot hold it
   */
  PosMessage set(Field field, String text) {
    return set(field, field.encode(text));
  }

  /**
   * Sets a field's bytes.
   *
   * @throws IllegalArgumentException if the field cannot hold them
   */
  PosMessage set(Field field, byte[] value) {
    if (!field.accepts(value)) {
      throw new IllegalArgumentException("field " + field.number() + " has a wrong form");
    }
    fields.put(field, value);
    return this;
  }

  /** Returns the fields in the order of their numbers. */
  Map<Field, byte[]> fields() {
    return Collections.unmodifiableMap(fields);
  }
}
