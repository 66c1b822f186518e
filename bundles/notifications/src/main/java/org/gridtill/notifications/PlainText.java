package org.gridtill.notifications;

/**
 * Makes text fit for a column and a short message, whatever it came with: no control characters, of
 * which a database or a telephone may think anything, and not too long.
 */
final class PlainText {

  private static final char CUT = '\u2026';

  private PlainText() {}

  /** Returns a text of at most so many characters, on one line. */
  static String of(String text, int longest) {
    StringBuilder plain = new StringBuilder();
    text.codePoints().map(PlainText::visible).forEach(plain::appendCodePoint);
    if (plain.length() <= longest) {
      return plain.toString();
    }
    int end = longest - 1;
    // Never half of a pair.
    plain.setLength(Character.isHighSurrogate(plain.charAt(end - 1)) ? end - 1 : end);
    return plain.append(CUT).toString();
  }

  private static int visible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          ' ';
      default -> codePoint;
    };
  }
}
