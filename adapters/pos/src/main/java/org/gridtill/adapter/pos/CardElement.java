package org.gridtill.adapter.pos;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One element of field 47 or 55: tag (1 byte), length of the value (2 bytes, high byte first),
 * value. Nothing stands between elements or after them.
 */
final class CardElement {

  /** The tags that requests and answers may have. */
  static final int SERIAL_NO = 0x01;

  static final int CHALLENGE = 0x02;
  static final int PARAMETER_FILE = 0x03;
  static final int WALLET = 0x04;
  static final int RETURN_FILE = 0x05;
  static final int OUTCOME = 0x06;
  static final int METER_NO = 0x11;
  static final int NEW_WALLET = 0x12;
  static final int STEP = 0x13;
  static final int METER_OUTCOME = 0x14;

  private static final int HEADER = 3;
  private static final int MAX_LENGTH = 0xffff;

  private final int tag;
  private final byte[] value;

  CardElement(int tag, byte[] value) {
    this.tag = tag;
    this.value = value;
  }

  int tag() {
    return tag;
  }

  byte[] value() {
    return value;
  }

  /**
   * Splits a field.
   *
   * @param name what the field is called, for people
   * @throws IllegalArgumentException if an element is cut short
   */
  static List<CardElement> split(String name, byte[] field) {
    List<CardElement> elements = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(field);
    while (in.hasRemaining()) {
      if (in.remaining() < HEADER) {
        throw new IllegalArgumentException(name + ": an element is cut short");
      }
      int tag = in.get() & 0xff;
      int length = in.getShort() & MAX_LENGTH;
      // Checked before anything is made that large.
      if (length > in.remaining()) {
        throw new IllegalArgumentException(name + ": an element is cut short");
      }
      byte[] value = new byte[length];
      in.get(value);
      elements.add(new CardElement(tag, value));
    }
    return elements;
  }

  /** Returns the field that the elements make. */
  static byte[] join(List<CardElement> elements) {
    ByteArrayOutputStream field = new ByteArrayOutputStream();
    for (CardElement element : elements) {
      field.write(element.tag);
      field.write(element.value.length >> 8);
      field.write(element.value.length);
      field.writeBytes(element.value);
    }
    return field.toByteArray();
  }
}
