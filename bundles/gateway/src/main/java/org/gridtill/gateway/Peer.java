package org.gridtill.gateway;

/**
 * Who is at the other end of a connection, as far as is known. Frames of a connection are handled
 * one after the other, but on different threads.
 */
final class Peer {

  private final String address;
  private volatile String terminalCode = "";
  private volatile String certificate = "";
  private volatile boolean condemned;

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

  /** Returns the fingerprint of the certificate it has proved to have; empty if it showed none. */
  String certificate() {
    return certificate;
  }

  void proved(String fingerprint) {
    certificate = fingerprint;
  }

  /** Tells whether its connection ends with the answer under way. */
  boolean condemned() {
    return condemned;
  }

  void condemn() {
    condemned = true;
  }

  void seen(String code) {
    terminalCode = code;
  }
}
