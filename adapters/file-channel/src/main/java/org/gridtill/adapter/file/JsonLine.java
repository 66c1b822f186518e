package org.gridtill.adapter.file;

import java.util.Locale;
import org.gridtill.api.adapter.notification.NotificationMessage;

/**
 * A message as a line of JSON. Whatever a value holds, it stays inside of its quotes and on its
 * line, and shows nothing that a terminal would act upon.
 */
final class JsonLine {

  private static final String KEY = "{\"eventKey\":\"";
  private static final String RECIPIENT = "\",\"recipient\":\"";
  private static final String TEXT = "\",\"text\":\"";
  private static final String END = "\"}";

  private JsonLine() {}

  /** Returns the line, without a line break. */
  static String of(NotificationMessage message) {
    return KEY
        + escape(message.eventKey())
        + RECIPIENT
        + escape(message.recipient())
        + TEXT
        + escape(message.text())
        + END;
  }

  /**
   * Returns the event key as a line has it, escaped; null if the line is none of these or was not
   * written to its end.
   */
  static String escapedKey(String line) {
    int end = line.indexOf(RECIPIENT);
    return line.startsWith(KEY) && isWhole(line) && end >= KEY.length()
        ? line.substring(KEY.length(), end)
        : null;
  }

  /** A value may hold the two characters that end a line; the first of them is then escaped. */
  private static boolean isWhole(String line) {
    int quote = line.length() - END.length();
    int start = quote;
    while (start > 0 && line.charAt(start - 1) == '\\') {
      start--;
    }
    return line.endsWith(END) && (quote - start) % 2 == 0;
  }

  static String escape(String value) {
    StringBuilder escaped = new StringBuilder(value.length() + 16);
    value.codePoints().forEach(codePoint -> append(escaped, codePoint));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int codePoint) {
    switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE -> {
        for (char unit : Character.toChars(codePoint)) {
          escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
      }
      default -> {
        if (codePoint == '"' || codePoint == '\\') {
          escaped.append('\\');
        }
        escaped.appendCodePoint(codePoint);
      }
    }
  }
}
