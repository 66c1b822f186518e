package org.gridtill.adapter.pos;

/** Bytes that are no message of the protocol. */
final class FormatException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param message what, without anything that the peer sent
   */
  FormatException(String message) {
    super(message);
  }
}
