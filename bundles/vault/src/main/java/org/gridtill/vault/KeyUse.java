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
 * @param suite the ciphers that it is for; null for an authority's key, which is for none
 */
record KeyUse(Purpose purpose, String terminalCode, long number, Suite suite) {

  /** What a wrapped key is. */
  enum Purpose {
    COMPONENT,
    TERMINAL_MASTER,
    PIN,
    MAC,
    /** An authority's private key. */
    AUTHORITY
  }

  /** An authority's private key. */
  static KeyUse authority(long number) {
    return new KeyUse(Purpose.AUTHORITY, "", number, null);
  }

  /** Returns how long a key of this purpose is. */
  int keyBytes() {
    return purpose == Purpose.AUTHORITY ? P256.SCALAR_BYTES : CipherSuite.KEY_BYTES;
  }

  /** Returns what the wrapping is bound to. */
  byte[] context() {
    return bytes("gridtill/2/" + purpose + '/' + terminalCode + '/' + number + '/' + suiteWord());
  }

  /** Returns what the wrapping of GridTill's first version was bound to. */
  byte[] firstContext() {
    long generation = purpose == Purpose.TERMINAL_MASTER ? 0 : number;
    return bytes("gridtill/" + purpose + '/' + terminalCode + '/' + generation);
  }

  private String suiteWord() {
    return suite == null ? "EC" : suite.name();
  }

  @Override
  public String toString() {
    if (purpose == Purpose.AUTHORITY) {
      return "key of the certificate authority, number " + number;
    }
    return purpose + " key of terminal " + terminalCode + ", number " + number;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
