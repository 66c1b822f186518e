package org.gridtill.vault;

import java.nio.charset.StandardCharsets;
import org.gridtill.api.platform.vault.Suite;

/**
 * What a wrapped key is for. A key unwraps for nothing else, so that one which was moved to another
 * row of the database, or whose suite was changed there, is worth nothing.
 *
 * @param purpose what it is
 * @param terminalCode the terminal
 * @param number which of the terminal's keys of that purpose
 * @param suite the ciphers that it is for
 */
record KeyUse(Purpose purpose, String terminalCode, long number, Suite suite) {

  /** What a wrapped key is. */
  enum Purpose {
    COMPONENT,
    TERMINAL_MASTER,
    PIN,
    MAC
  }

  /** Returns what the wrapping is bound to. */
  byte[] context() {
    return bytes("gridtill/2/" + purpose + '/' + terminalCode + '/' + number + '/' + suite);
  }

  /** Returns what the wrapping of GridTill's first version was bound to. */
  byte[] firstContext() {
    long generation = purpose == Purpose.TERMINAL_MASTER ? 0 : number;
    return bytes("gridtill/" + purpose + '/' + terminalCode + '/' + generation);
  }

  @Override
  public String toString() {
    return purpose + " key of terminal " + terminalCode + ", number " + number;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
