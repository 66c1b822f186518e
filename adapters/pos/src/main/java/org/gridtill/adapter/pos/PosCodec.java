package org.gridtill.adapter.pos;

import com.solab.iso8583.IsoMessage;
import com.solab.iso8583.MessageFactory;
import com.solab.iso8583.parse.FieldParseInfo;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Bytes to messages and back, through j8583 in its binary mode. Safe for use by several threads.
 *
 * <p>j8583 splits a message at its bitmap and lengths; what it lets pass (bytes after the last
 * field, lengths that are no decimal digits) is caught by writing the parsed message again and
 * comparing. It logs what it cannot parse, and for a type without parsing guide the bytes too, so
 * type and bitmap are checked before it sees them.
 */
final class PosCodec {

  /** The bytes of message type and bitmap. */
  private static final int FIELDS_START = 10;

  /** The bits of fields 1 to 42, which hold all that an answer must name. */
  private static final long BASIC_FIELDS = -1L << (64 - 42);

  private static final long KNOWN_FIELDS = bits();

  private final MessageFactory<IsoMessage> factory = newFactory();

  /**
   * Returns the message that the bytes are.
   *
   * @throws FormatException if they are none
   */
  PosMessage parse(byte[] bytes) throws FormatException {
    requireRequest(bytes);
    PosMessage message = split(bytes);
    if (!Arrays.equals(write(message), bytes)) {
      throw new FormatException("the message has bytes that belong to no field");
    }
    return message;
  }

  /**
   * Returns the fields up to 42 of a message whose later fields cannot be understood; empty if
   * these cannot be either, or do not name a terminal and a trace number.
   */
  Optional<PosMessage> parseBasics(byte[] bytes) {
    try {
      requireRequest(bytes);
      byte[] masked = bytes.clone();
      ByteBuffer.wrap(masked).putLong(2, bitmap(bytes) & BASIC_FIELDS & KNOWN_FIELDS);
      PosMessage basics = split(masked);
      byte[] written = write(basics);
      boolean prefix = Arrays.equals(written, Arrays.copyOf(masked, written.length));
      return prefix && basics.isAnswerable() ? Optional.of(basics) : Optional.empty();
    } catch (FormatException e) {
      return Optional.empty();
    }
  }

  /** Returns the bytes of a message. */
  byte[] write(PosMessage message) {
    IsoMessage iso = new IsoMessage();
    iso.setType(message.type());
    iso.setBinaryHeader(true);
    iso.setBinaryFields(true);
    message
        .fields()
        .forEach(
            (field, value) -> iso.setValue(field.number(), value, field.layout(), value.length));
    return iso.writeData();
  }

  private static void requireRequest(byte[] bytes) throws FormatException {
    if (bytes.length < FIELDS_START || !MessageType.isRequest(type(bytes))) {
      throw new FormatException("the message has no type that a request may have");
    }
  }

  private static int type(byte[] bytes) {
    return ByteBuffer.wrap(bytes).getShort(0) & 0xffff;
  }

  private static long bitmap(byte[] bytes) {
    return ByteBuffer.wrap(bytes).getLong(2);
  }

  private PosMessage split(byte[] bytes) throws FormatException {
    if ((bitmap(bytes) & ~KNOWN_FIELDS) != 0) {
      throw new FormatException("the bitmap names a field that the protocol does not have");
    }
    try {
      IsoMessage iso = factory.parseMessage(bytes, 0);
      PosMessage message = new PosMessage(iso.getType());
      for (Field field : Field.values()) {
        if (iso.hasField(field.number())) {
          message.set(field, (byte[]) iso.getObjectValue(field.number()));
        }
      }
      return message;
    } catch (ParseException | UnsupportedEncodingException | RuntimeException e) {
      // j8583 reports some hostile lengths by an exception of array access.
      throw new FormatException("a field is cut short or has a wrong form");
    }
  }

  private static long bits() {
    long bits = 0;
    for (Field field : Field.values()) {
      bits |= 1L << (64 - field.number());
    }
    return bits;
  }

  private static MessageFactory<IsoMessage> newFactory() {
    String encoding = StandardCharsets.ISO_8859_1.name();
    Map<Integer, FieldParseInfo> guide = new HashMap<>();
    for (Field field : Field.values()) {
      guide.put(
          field.number(),
          FieldParseInfo.getInstance(field.layout(), field.maxBytes(), encoding, false));
    }
    MessageFactory<IsoMessage> factory = new MessageFactory<>();
    factory.setCharacterEncoding(encoding);
    factory.setUseBinaryMessages(true);
    MessageType.requests().forEach(type -> factory.setParseMap(type, guide));
    factory.freeze();
    return factory;
  }
}
