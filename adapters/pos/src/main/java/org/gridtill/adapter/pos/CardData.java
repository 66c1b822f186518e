package org.gridtill.adapter.pos;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardWallet;

/**
 * Field 55 of a request: what was read off a card, and what became of writing it.
 *
 * @param reading what was read; null if nothing was
 * @param outcome what became of the write; null if the terminal does not say
 */
record CardData(CardReading reading, CardOutcome outcome) {

  /** A request without field 55. */
  static final CardData NONE = new CardData(null, null);

  private static final int READING_ELEMENTS = 5;
  private static final int WALLET_BYTES = 8;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** What the byte of the outcome stands for. */
  private static final List<CardOutcome> OUTCOMES =
      List.of(
          CardOutcome.NOT_WRITTEN, CardOutcome.WRITTEN, CardOutcome.UNKNOWN, CardOutcome.CLEARED);

  /**
   * Reads the field.
   *
   * @param field its bytes; null if the message has none
   * @throws IllegalArgumentException if it has a wrong form
   */
  static CardData of(byte[] field) {
    if (field == null) {
      return NONE;
    }
    Map<Integer, byte[]> values = new HashMap<>();
    int before = 0;
    for (CardElement element : CardElement.split("field 55", field)) {
      if (element.tag() <= before || element.tag() > CardElement.OUTCOME) {
        throw new IllegalArgumentException("field 55: wrong order or unknown element");
      }
      before = element.tag();
      values.put(element.tag(), element.value());
    }
    byte[] outcome = values.remove(CardElement.OUTCOME);
    if (values.isEmpty() && outcome == null) {
      throw new IllegalArgumentException("field 55: it is empty");
    }
    return new CardData(
        values.isEmpty() ? null : reading(values), outcome == null ? null : outcome(outcome));
  }

  /**
   * Returns what was read.
   *
   * @throws IllegalArgumentException if nothing was, or if there is an outcome, which does not
   *     belong where only a reading is asked for
   */
  CardReading readingOnly() {
    if (reading == null || outcome != null) {
      throw new IllegalArgumentException("field 55: it must have a reading and nothing else");
    }
    return reading;
  }

  /**
   * Returns the outcome; null if there is no field 55.
   *
   * @throws IllegalArgumentException if there is a reading, which does not belong there
   */
  CardOutcome outcomeOnly() {
    if (reading != null) {
      throw new IllegalArgumentException("field 55: it must have an outcome and nothing else");
    }
    return outcome;
  }

  private static CardReading reading(Map<Integer, byte[]> values) {
    if (values.size() != READING_ELEMENTS) {
      throw new IllegalArgumentException("field 55: the reading is not complete");
    }
    return new CardReading(
        HEX.formatHex(values.get(CardElement.SERIAL_NO)),
        HEX.formatHex(values.get(CardElement.CHALLENGE)),
        HEX.formatHex(values.get(CardElement.PARAMETER_FILE)),
        wallet(values.get(CardElement.WALLET)),
        HEX.formatHex(values.get(CardElement.RETURN_FILE)));
  }

  private static CardWallet wallet(byte[] value) {
    if (value.length != WALLET_BYTES) {
      throw new IllegalArgumentException("field 55: the wallet has not 8 bytes");
    }
    ByteBuffer in = ByteBuffer.wrap(value);
    // The amount is unsigned; a count beyond the signed range is refused by the wallet.
    return new CardWallet(Money.ofFen(Integer.toUnsignedLong(in.getInt())), in.getInt());
  }

  private static CardOutcome outcome(byte[] value) {
    if (value.length != 1 || value[0] < 0 || value[0] >= OUTCOMES.size()) {
      throw new IllegalArgumentException("field 55: there is no such outcome");
    }
    return OUTCOMES.get(value[0]);
  }
}
