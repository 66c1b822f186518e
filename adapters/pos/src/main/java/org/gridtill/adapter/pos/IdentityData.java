package org.gridtill.adapter.pos;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridtill.api.adapter.terminal.Origin;
import org.gridtill.api.adapter.terminal.ShiftRequest;

/**
 * Field 47: what a terminal says of identity card and SIM, and what the platform says of a shift.
 */
final class IdentityData {

  private static final String FIELD = "field 47";
  private static final int CARD_NO = 0x01;
  private static final int ANSWER = 0x02;
  private static final int PIN_BLOCK = 0x03;
  private static final int ICCID = 0x04;
  private static final int IMSI = 0x05;
  private static final int CHALLENGE = 0x06;
  private static final int SHIFT_NO = 0x07;
  private static final int SHIFT_NO_BYTES = 4;
  private static final int ANSWER_BYTES = 8;

  private final Map<Integer, byte[]> values = new HashMap<>();

  private IdentityData() {}

  /**
   * Reads the field of a request.
   *
   * @throws IllegalArgumentException if it has a wrong form
   */
  private static IdentityData of(byte[] field, int first, int last) {
    IdentityData data = new IdentityData();
    int before = 0;
    for (CardElement element : CardElement.split(FIELD, field)) {
      if (element.tag() <= before || element.tag() < first || element.tag() > last) {
        throw new IllegalArgumentException(FIELD + ": wrong order or unknown element");
      }
      before = element.tag();
      data.values.put(element.tag(), element.value());
    }
    return data;
  }

  /** Reads the request that opens a shift. */
  static ShiftRequest.Open opening(Origin origin, byte[] field) {
    IdentityData data = of(field, CARD_NO, IMSI);
    byte[] answer = data.bytes(ANSWER);
    if (data.values.containsKey(CARD_NO) != (answer.length == ANSWER_BYTES)) {
      throw new IllegalArgumentException(
          FIELD + ": card number and an answer of 8 bytes belong together");
    }
    return new ShiftRequest.Open(
        origin,
        data.text(CARD_NO),
        answer,
        data.bytes(PIN_BLOCK),
        data.text(ICCID),
        data.text(IMSI));
  }

  /** Reads the request that closes a shift. */
  static ShiftRequest.Close closing(Origin origin, byte[] field) {
    byte[] number = of(field, SHIFT_NO, SHIFT_NO).bytes(SHIFT_NO);
    if (number.length != SHIFT_NO_BYTES) {
      throw new IllegalArgumentException(FIELD + ": the shift's number has 4 bytes");
    }
    return new ShiftRequest.Close(origin, Integer.toUnsignedLong(ByteBuffer.wrap(number).getInt()));
  }

  /** Returns the field with a challenge. */
  static byte[] challenge(byte[] challenge) {
    return CardElement.join(List.of(new CardElement(CHALLENGE, challenge)));
  }

  /**
   * Returns the field with a shift's number.
   *
   * @throws ArithmeticException if it does not fit
   */
  static byte[] shift(long number) {
    byte[] value = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    if (number < 0 || number >> Integer.SIZE != 0) {
      throw new ArithmeticException("the shift's number does not fit");
    }
    return CardElement.join(
        List.of(
            new CardElement(
                SHIFT_NO, java.util.Arrays.copyOfRange(value, SHIFT_NO_BYTES, Long.BYTES))));
  }

  private byte[] bytes(int tag) {
    return values.getOrDefault(tag, new byte[0]);
  }

  private String text(int tag) {
    return new String(bytes(tag), StandardCharsets.ISO_8859_1);
  }
}
