package org.gridtill.simulator.pos;

import java.net.InetSocketAddress;
import java.time.Duration;
import javax.net.SocketFactory;

/** Describes a terminal. */
public final class PosTerminalBuilder {

  final String terminalCode;
  final String agencyCode;
  InetSocketAddress address = new InetSocketAddress("127.0.0.1", 8583);
  SocketFactory socketFactory = SocketFactory.getDefault();
  Duration connectTimeout = Duration.ofSeconds(5);
  Duration answerTimeout = Duration.ofSeconds(60);
  TerminalCipher cipher = TerminalCipher.AES_CMAC;
  byte[] masterKey;
  FrameListener listener = (direction, frame) -> {};
  String batchNo = "000001";
  String collectorCode = "";
  int firstTraceNo = traceNoOfNow();

  PosTerminalBuilder(String terminalCode, String agencyCode) {
    this.terminalCode = terminalCode;
    this.agencyCode = agencyCode;
    this.masterKey = TestKeys.masterKey(terminalCode);
  }

  /** Sets where the platform listens; 127.0.0.1, port 8583 unless told. */
  public PosTerminalBuilder at(String host, int port) {
    address = new InetSocketAddress(host, port);
    return this;
  }

  /** Sets what makes sockets: that of a TLS context, say. */
  public PosTerminalBuilder sockets(SocketFactory factory) {
    socketFactory = factory;
    return this;
  }

  /** Sets how long to wait for a connection (5 s unless told) and for an answer (60 s). */
  public PosTerminalBuilder timeouts(Duration connect, Duration answer) {
    connectTimeout = connect;
    answerTimeout = answer;
    return this;
  }

  /** Sets the master key, 16 bytes; the test key of the terminal's code unless told. */
  public PosTerminalBuilder masterKey(byte[] key) {
    masterKey = key.clone();
    return this;
  }

  /** Sets the ciphers that the master key is for; AES with CMAC unless told. */
  public PosTerminalBuilder cipher(TerminalCipher terminalCipher) {
    cipher = terminalCipher;
    return this;
  }

  /** Sets who sees the frames. */
  public PosTerminalBuilder listener(FrameListener frameListener) {
    listener = frameListener;
    return this;
  }

  /** Sets the batch to work in until the platform names one; 000001 unless told. */
  public PosTerminalBuilder batchNo(String batch) {
    batchNo = batch;
    return this;
  }

  /** Sets who works the terminal; nobody unless told. */
  public PosTerminalBuilder collector(String code) {
    collectorCode = code;
    return this;
  }

  /**
   * Sets the first trace number. A real terminal keeps the last one in its memory; unless told,
   * this one takes it from the clock, ten a second, so that one run seldom meets another's.
   */
  public PosTerminalBuilder firstTraceNo(int number) {
    firstTraceNo = number;
    return this;
  }

  /** Makes the terminal; it does not connect yet. */
  public PosTerminal build() {
    return new PosTerminal(this);
  }

  private static int traceNoOfNow() {
    return (int) (System.currentTimeMillis() / 100 % PosRequests.TRACE_LIMIT) + 1;
  }
}
