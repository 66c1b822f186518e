package org.gridtill.simulator.pos;

import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Shows a frame in two columns: its bytes, 16 in a line, and what they are. */
public final class FramePrinter {

  private static final int BYTES_IN_LINE = 16;
  private static final int MEANING_COLUMN = 36;
  private static final int TPDU = 5;
  private static final int HEADER = 6;
  private static final int BITMAP = 8;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final boolean keysShown;
  private final List<String> lines = new ArrayList<>();

  private FramePrinter(boolean keysShown) {
    this.keysShown = keysShown;
  }

  /**
   * Returns the lines for a frame, with the length that goes before it.
   *
   * @param keysShown whether enciphered keys are shown
   * @throws ProtocolException if the bytes are no frame of the protocol
   */
  public static List<String> print(byte[] frame, boolean keysShown) throws ProtocolException {
    FramePrinter printer = new FramePrinter(keysShown);
    printer.printFrame(frame, PosMessage.parse(frame));
    return List.copyOf(printer.lines);
  }

  private void printFrame(byte[] frame, PosMessage message) throws ProtocolException {
    int type = TPDU + HEADER;
    int bitmap = type + 2;
    line("%04X".formatted(frame.length), "length, " + frame.length);
    line(HEX.formatHex(frame, 0, TPDU), "TPDU");
    line(HEX.formatHex(frame, TPDU, type), "header");
    line(HEX.formatHex(frame, type, bitmap), "message type");
    line(HEX.formatHex(frame, bitmap, bitmap + BITMAP), "bitmap: " + message.fields().keySet());
    for (Map.Entry<Integer, byte[]> field : message.fields().entrySet()) {
      printField(message, field.getKey(), field.getValue());
    }
  }

  private void printField(PosMessage message, int number, byte[] value) throws ProtocolException {
    FieldLayout layout = FieldLayout.of(number);
    boolean secret = layout.form() == FieldLayout.Form.COUNTED_SECRET && !keysShown;
    String meaning = "%2d %s".formatted(number, layout.label());
    if (layout.form().counted()) {
      int count = layout.form().digits() ? 2 * value.length : value.length;
      line(lengthDigits(count, layout.size()), meaning + ", " + count);
    }
    if (layout == FieldLayout.CARD_DATA) {
      printElements(value);
    } else if (secret) {
      line("*".repeat(2 * BYTES_IN_LINE), "   (enciphered keys, not shown)");
    } else {
      String shown = layout.form().counted() ? "  " : meaning + ":";
      printValue(value, shown, meanings(message, number, layout));
    }
  }

  private void printElements(byte[] field) throws ProtocolException {
    for (CardElement element : CardElement.parse(field)) {
      byte[] value = element.bytes();
      line(
          HEX.formatHex(element.header()),
          "   %02X %s, %d".formatted(element.tag(), element.label(), value.length));
      if (value.length > 0) {
        printValue(value, "  ", List.of());
      }
    }
  }

  /** Prints a value, a part of at most 16 bytes a line, beside the lines of its meaning. */
  private void printValue(byte[] value, String label, List<String> meanings) {
    int parts = (value.length + BYTES_IN_LINE - 1) / BYTES_IN_LINE;
    for (int i = 0; i < Math.max(parts, meanings.size()); i++) {
      int from = Math.min(value.length, i * BYTES_IN_LINE);
      int to = Math.min(value.length, from + BYTES_IN_LINE);
      String meaning = i < meanings.size() ? meanings.get(i) : "";
      String left = i == 0 ? label + " " : "   ";
      line(HEX.formatHex(value, from, to), left + meaning);
    }
  }

  private static List<String> meanings(PosMessage message, int number, FieldLayout layout) {
    return switch (layout) {
      case TEXT -> Arrays.asList(message.text(number).split("\n", -1));
      case BILL_LINES -> billLines(message.text(number));
      case MAC, WORKING_KEYS -> List.of("");
      default -> List.of(message.text(number));
    };
  }

  private static List<String> billLines(String field) {
    List<String> lines = new ArrayList<>();
    lines.add(field.substring(0, Math.min(2, field.length())));
    for (int at = 2; at < field.length(); at += 30) {
      lines.add(field.substring(at, Math.min(at + 30, field.length())));
    }
    return lines;
  }

  private static String lengthDigits(int count, int bytes) {
    String digits = "0000" + count;
    return digits.substring(digits.length() - 2 * bytes);
  }

  private void line(String bytes, String meaning) {
    String gap = " ".repeat(MEANING_COLUMN - bytes.length());
    lines.add((bytes + gap + meaning).stripTrailing());
  }
}
