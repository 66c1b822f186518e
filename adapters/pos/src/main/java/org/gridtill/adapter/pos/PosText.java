package org.gridtill.adapter.pos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/** Text for people, in GB18030. */
final class PosText {

  private static final Charset GB18030 = Charset.forName("GB18030");

  private PosText() {}

  /**
   * Returns the bytes of a text: the longest beginning made of whole characters that fits. Control
   * characters other than the line feed become blanks.
   */
  static byte[] encode(String text, int maxBytes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      byte[] next = printable(character).getBytes(GB18030);
      if (bytes.size() + next.length > maxBytes) {
        break;
      }
      bytes.writeBytes(next);
      at += Character.charCount(character);
    }
    return bytes.toByteArray();
  }

  /** Returns the bytes of a text, which is made one line, as {@link #encode} does. */
  static byte[] encodeLine(String text, int maxBytes) {
    return encode(text.replace('\n', ' '), maxBytes);
  }

  /** Puts lines together, with a line feed between them. */
  static byte[] lines(byte[]... lines) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        all.write('\n');
      }
      all.writeBytes(lines[i]);
    }
    return all.toByteArray();
  }

  private static String printable(int character) {
    return character != '\n' && Character.isISOControl(character)
        ? " "
        : Character.toString(character);
  }
}
