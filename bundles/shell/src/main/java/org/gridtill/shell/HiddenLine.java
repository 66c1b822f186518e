package org.gridtill.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Arrays;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;

/**
 * Reads a line that is neither shown nor made a string, which nobody could wipe. Of a script it
 * reads the next line of its input.
 */
final class HiddenLine {

  private static final int LONGEST = 256;
  private static final int BACKSPACE = 8;
  private static final int DELETE = 127;

  private HiddenLine() {}

  /**
   * Asks for a line.
   *
   * @return what was typed; the caller wipes it
   */
  static char[] read(Session session, String prompt, PrintStream out) throws IOException {
    out.print(prompt);
    out.flush();
    Terminal terminal = session.getTerminal();
    boolean echo = terminal != null && terminal.isEchoEnabled();
    if (echo) {
      terminal.setEchoEnabled(false);
    }
    try {
      return read(session.getKeyboard());
    } finally {
      if (echo) {
        terminal.setEchoEnabled(true);
      }
      out.println();
    }
  }

  private static char[] read(InputStream keyboard) throws IOException {
    char[] typed = new char[LONGEST];
    int length = 0;
    try {
      int next = keyboard.read();
      while (next >= 0 && next != '\n' && next != '\r') {
        if (next == BACKSPACE || next == DELETE) {
          length = Math.max(0, length - 1);
        } else if (length == LONGEST) {
          throw new IllegalArgumentException("that is too long");
        } else {
          typed[length] = (char) next;
          length++;
        }
        next = keyboard.read();
      }
      return Arrays.copyOf(typed, length);
    } finally {
      Arrays.fill(typed, '\0');
    }
  }
}
