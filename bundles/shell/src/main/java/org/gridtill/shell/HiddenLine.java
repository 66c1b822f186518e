package org.gridtill.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Arrays;
import org.apache.karaf.shell.api.console.Session;

/**
 * Reads a line that is not shown. At a terminal Karaf's line reader reads it, which keeps no
 * history of it; of a script it is the next line of its input.
 */
final class HiddenLine {

  private static final char MASK = '*';
  private static final int LONGEST = 256;

  private HiddenLine() {}

  /**
   * Asks for a line.
   *
   * @return what was typed; the caller wipes it
   */
  static char[] read(Session session, String prompt, PrintStream out) throws IOException {
    if (session.getTerminal() != null) {
      String typed = session.readLine(prompt, MASK);
      return typed == null ? new char[0] : typed.toCharArray();
    }
    out.println(prompt);
    return read(session.getKeyboard());
  }

  /** Asks for a line that is no secret, of whoever types the hidden ones. */
  static String answer(Session session, String question, PrintStream out) throws IOException {
    if (session.getTerminal() != null) {
      String typed = session.readLine(question, null);
      return typed == null ? "" : typed.strip();
    }
    out.println(question);
    return new String(read(session.getKeyboard())).strip();
  }

  private static char[] read(InputStream input) throws IOException {
    char[] line = new char[LONGEST];
    int length = 0;
    try {
      int next = input.read();
      while (next >= 0 && next != '\n' && next != '\r') {
        if (length == LONGEST) {
          throw new IllegalArgumentException("that is too long");
        }
        line[length] = (char) next;
        length++;
        next = input.read();
      }
      return Arrays.copyOf(line, length);
    } finally {
      Arrays.fill(line, '\0');
    }
  }
}
