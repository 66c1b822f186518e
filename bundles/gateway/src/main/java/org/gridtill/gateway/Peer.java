package org.gridtill.gateway;

/**
 * Who is at the other end of a connection, as far as is known. Frames of a connection are handled
 * one after the other, but on different threads.
 */
final class Peer {

  private final String address;
  private volatile String terminalCode = "";

  Peer(String address) {
    this.address = address;
  }

  /** Returns host and port. */
  String address() {
    return address;
  }

  /**
   * Returns the terminal of the last frame, which it may only have claimed to be; empty before the
   * first.
   */
  String terminalCode() {
    return terminalCode;
  }

  void seen(String code) {
    terminalCode = code;
  }
}
