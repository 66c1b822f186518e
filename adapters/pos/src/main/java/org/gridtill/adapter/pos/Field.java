package org.gridtill.adapter.pos;

import com.solab.iso8583.IsoType;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The fields of the protocol: number, what they hold, how they are laid out. The same in every
 * message.
 */
enum Field {
  PROCESSING_CODE(3, Content.DIGITS, IsoType.BINARY, 3),
  AMOUNT(4, Content.DIGITS, IsoType.BINARY, 6),
  TRACE_NO(11, Content.DIGITS, IsoType.BINARY, 3),
  TIME(12, Content.DIGITS, IsoType.BINARY, 3),
  DATE(13, Content.DIGITS, IsoType.BINARY, 2),
  ACCOUNTING_DATE(15, Content.DIGITS, IsoType.BINARY, 2),
  SERIAL_NO(37, Content.ASCII, IsoType.BINARY, 12),
  RESPONSE_CODE(39, Content.ASCII, IsoType.BINARY, 2),
  TERMINAL(41, Content.ASCII, IsoType.BINARY, 8),
  AGENCY(42, Content.ASCII, IsoType.BINARY, 15),
  RECEIPT_NO(44, Content.ASCII, IsoType.LLBIN, 30),
  IDENTITY(47, Content.BYTES, IsoType.LLLBIN, 200),
  CONSUMER(48, Content.ASCII, IsoType.LLLBIN, 20),
  CURRENCY(49, Content.ASCII, IsoType.BINARY, 3),
  CARD_DATA(55, Content.BYTES, IsoType.LLLBIN, 999),
  METER_ACCOUNT(56, Content.ASCII, IsoType.LLLBIN, 81),
  BILL_LINES(57, Content.ASCII, IsoType.LLLBIN, 992),
  MONTHS(58, Content.ASCII, IsoType.LLLBIN, 198),
  COLLECTOR(59, Content.ASCII, IsoType.LLLBIN, 16),
  FUNCTION(60, Content.DIGITS, IsoType.LLLBCDBIN, 6),
  ORIGINAL(61, Content.DIGITS, IsoType.LLLBCDBIN, 6),
  WORKING_KEYS(62, Content.BYTES, IsoType.LLLBIN, 40),
  TEXT(63, Content.BYTES, IsoType.LLLBIN, 999),
  MAC(64, Content.BYTES, IsoType.BINARY, 8);

  /** What a field's bytes mean. */
  private enum Content {
    /** Two decimal digits a byte. */
    DIGITS,
    /** Printable ASCII. */
    ASCII,
    /** Anything. */
    BYTES
  }

  private final int number;
  private final Content content;
  private final IsoType layout;
  private final int maxBytes;

  Field(int number, Content content, IsoType layout, int maxBytes) {
    this.number = number;
    this.content = content;
    this.layout = layout;
    this.maxBytes = maxBytes;
  }

  int number() {
    return number;
  }

  IsoType layout() {
    return layout;
  }

  /** Returns the field's length, or the greatest length of one that varies, in bytes. */
  int maxBytes() {
    return maxBytes;
  }

  /** Tells whether every byte is one that the field may hold, and there are not too many. */
  boolean accepts(byte[] value) {
    if (value.length > maxBytes || (fixed() && value.length != maxBytes)) {
      return false;
    }
    for (byte b : value) {
      if (!accepts(b)) {
        return false;
      }
    }
    return true;
  }

  private boolean fixed() {
    return layout == IsoType.BINARY || layout == IsoType.LLLBCDBIN;
  }

  private boolean accepts(byte b) {
    return switch (content) {
      case DIGITS -> ((b >> 4) & 0x0f) <= 9 && (b & 0x0f) <= 9;
      case ASCII -> b >= ' ' && b <= '~';
      case BYTES -> true;
    };
  }

  /** Returns the bytes that stand for a text, padded on the right if the field is a fixed text. */
  byte[] encode(String text) {
    if (content == Content.DIGITS) {
      return HexFormat.of().parseHex(text);
    }
    String padded = layout == IsoType.BINARY ? ("%-" + maxBytes + "s").formatted(text) : text;
    // What is no ASCII stays so, and is then not accepted.
    return padded.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the text that the bytes stand for, without blanks at its end. */
  String decode(byte[] value) {
    return content == Content.DIGITS
        ? HexFormat.of().formatHex(value)
        : new String(value, StandardCharsets.US_ASCII).stripTrailing();
  }
}
