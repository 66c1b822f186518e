package org.gridtill.simulator.pos;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * An element of field 55: a byte of tag, two of length, and the value.
 *
 * @param tag the tag
 * @param value the value, upper-case hexadecimal
 */
record CardElement(int tag, String value) {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int HEADER = 3;

  /** Returns the elements of a field. */
  static List<CardElement> parse(byte[] field) throws ProtocolException {
    List<CardElement> elements = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(field);
    while (in.hasRemaining()) {
      int length = in.remaining() < HEADER ? -1 : in.getShort(in.position() + 1) & 0xffff;
      if (length < 0 || length > in.remaining() - HEADER) {
        throw new ProtocolException("an element of field 55 is cut short");
      }
      int from = in.position() + HEADER;
      elements.add(
          new CardElement(in.get(in.position()) & 0xff, HEX.formatHex(field, from, from + length)));
      in.position(from + length);
    }
    return elements;
  }

  /** Returns the field that the elements make. */
  static byte[] field(List<CardElement> elements) {
    ByteArrayOutputStream field = new ByteArrayOutputStream();
    for (CardElement element : elements) {
      field.writeBytes(element.header());
      field.writeBytes(element.bytes());
    }
    return field.toByteArray();
  }

  /** Returns tag and length. */
  byte[] header() {
    int length = value.length() / 2;
    return new byte[] {(byte) tag, (byte) (length >> 8), (byte) length};
  }

  byte[] bytes() {
    return HEX.parseHex(value);
  }

  /** Returns what the element is, for people. */
  String label() {
    return switch (tag) {
      case 0x01 -> "card serial number";
      case 0x02 -> "card challenge";
      case 0x03 -> "parameter file";
      case 0x04, 0x12 -> "wallet: amount, count";
      case 0x05 -> "return-write file";
      case 0x06 -> "card outcome";
      case 0x11 -> "meter number";
      case 0x13 -> "step: target, MAC, data";
      case 0x14 -> "meter outcome";
      default -> "unknown";
    };
  }
}
