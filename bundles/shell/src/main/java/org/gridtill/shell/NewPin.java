package org.gridtill.shell;

import java.io.PrintStream;
import java.util.Arrays;
import org.apache.karaf.shell.api.console.Session;

/** A new PIN, typed twice without being shown. */
final class NewPin {

  private NewPin() {}

  /**
   * Asks for it.
   *
   * @return the digits, which the caller wipes
   */
  static char[] ask(Session session, PrintStream out) throws Exception {
    char[] first = HiddenLine.read(session, "New PIN (hidden): ", out);
    char[] second = HiddenLine.read(session, "Once more: ", out);
    try {
      if (!Arrays.equals(first, second)) {
        Arrays.fill(first, '\0');
        throw new IllegalArgumentException("the two are not the same");
      }
      return first;
    } finally {
      Arrays.fill(second, '\0');
    }
  }
}
