package org.gridtill.simulator.pos;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A message of the POS protocol: four digits of type and some fields. Whole frames are five bytes
 * of TPDU, six of header, and this. For use by one thread.
 */
public final class PosMessage {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final byte[] TPDU_AND_HEADER = HexFormat.of().parseHex("6000030000600000010000");
  private static final int MAC = FieldLayout.MAC.number();
  private static final int MAC_LENGTH = FieldLayout.MAC.size();

  private final String type;
  private final Map<Integer, byte[]> fields = new TreeMap<>();

  /**
   * Makes a message without fields.
   *
   * @param type its type, 4 digits
   */
  public PosMessage(String type) {
    this.type = type;
  }

  /** Returns the message's type, 4 digits. */
  public String type() {
    return type;
  }

  /** Tells whether the message has the field. */
  public boolean has(int field) {
    return fields.containsKey(field);
  }

  /** Returns the numbers and the bytes of the fields, without their lengths. */
  public Map<Integer, byte[]> fields() {
    return Collections.unmodifiableMap(fields);
  }

  /** Returns a field's bytes; none if the message does not have it. */
  public byte[] bytes(int field) {
    return fields.getOrDefault(field, new byte[0]).clone();
  }

  /** Returns a field as text, without blanks at its end; empty if the message does not have it. */
  public String text(int field) {
    byte[] value = bytes(field);
    FieldLayout.Form form = FieldLayout.of(field).form();
    if (form == FieldLayout.Form.COUNTED_TEXT) {
      return new String(value, GB18030);
    }
    return form.ascii()
        ? new String(value, StandardCharsets.US_ASCII).stripTrailing()
        : HexFormat.of().withUpperCase().formatHex(value);
  }

  /** Sets a field to digits or ASCII text; a text of fixed length is padded with blanks. */
  public PosMessage set(int field, String text) {
    FieldLayout layout = FieldLayout.of(field);
    if (!layout.form().ascii()) {
      return set(field, HexFormat.of().parseHex(text));
    }
    boolean fixed = layout.form() == FieldLayout.Form.ASCII;
    String padded = fixed ? text + " ".repeat(Math.max(0, layout.size() - text.length())) : text;
    return set(field, padded.getBytes(StandardCharsets.US_ASCII));
  }

  /** Sets a field's bytes; null takes it out. */
  public PosMessage set(int field, byte[] value) {
    if (value == null) {
      fields.remove(field);
    } else {
      fields.put(field, value.clone());
    }
    return this;
  }

  /** Returns a frame with the message, without a code that authenticates it. */
  public byte[] frame() {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(TPDU_AND_HEADER);
    frame.writeBytes(encode());
    return frame.toByteArray();
  }

  /** Sets field 64 to the code that these keys make for the message, and returns its frame. */
  public byte[] frame(WorkingKeys keys) {
    set(MAC, new byte[MAC_LENGTH]);
    byte[] encoded = encode();
    set(MAC, keys.mac(Arrays.copyOf(encoded, encoded.length - MAC_LENGTH)));
    return frame();
  }

  /**
   * Tells whether a frame ends with the code that these keys make for it.
   *
   * @param frame a frame whose message has field 64
   */
  static boolean isAuthentic(byte[] frame, WorkingKeys keys) {
    int end = frame.length - MAC_LENGTH;
    byte[] data = Arrays.copyOfRange(frame, TPDU_AND_HEADER.length, end);
    return Arrays.equals(keys.mac(data), Arrays.copyOfRange(frame, end, frame.length));
  }

  /**
   * Returns the message of a frame.
   *
   * @throws ProtocolException if the bytes are no frame of the protocol
   */
  public static PosMessage parse(byte[] frame) throws ProtocolException {
    try {
      ByteBuffer in = ByteBuffer.wrap(frame);
      in.position(TPDU_AND_HEADER.length);
      PosMessage message = new PosMessage(HexFormat.of().formatHex(take(in, 2)));
      long bitmap = in.getLong();
      for (int field = 1; field <= 64; field++) {
        if ((bitmap & 1L << (64 - field)) != 0) {
          message.fields.put(field, parseField(in, field));
        }
      }
      if (in.hasRemaining()) {
        throw new ProtocolException("bytes after the last field");
      }
      return message;
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new ProtocolException("a frame is cut short");
    }
  }

  private static byte[] parseField(ByteBuffer in, int field) throws ProtocolException {
    FieldLayout layout = FieldLayout.of(field);
    if (layout == null) {
      throw new ProtocolException("a field that the protocol does not have: " + field);
    }
    if (!layout.form().counted()) {
      return take(in, layout.size());
    }
    int count = Integer.parseInt(HexFormat.of().formatHex(take(in, layout.size())));
    return take(in, layout.form().digits() ? (count + 1) / 2 : count);
  }

  private static byte[] take(ByteBuffer in, int count) {
    if (count > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[count];
    in.get(bytes);
    return bytes;
  }

  private byte[] encode() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(HexFormat.of().parseHex(type));
    out.writeBytes(ByteBuffer.allocate(8).putLong(bitmap()).array());
    fields.forEach((field, value) -> encodeField(out, FieldLayout.of(field), value));
    return out.toByteArray();
  }

  private long bitmap() {
    return fields.keySet().stream().mapToLong(field -> 1L << (64 - field)).sum();
  }

  private static void encodeField(ByteArrayOutputStream out, FieldLayout layout, byte[] value) {
    if (layout.form().counted()) {
      int count = layout.form().digits() ? 2 * value.length : value.length;
      String digits = "0".repeat(4) + count;
      out.writeBytes(
          HexFormat.of().parseHex(digits.substring(digits.length() - 2 * layout.size())));
    }
    out.writeBytes(value);
  }
}
