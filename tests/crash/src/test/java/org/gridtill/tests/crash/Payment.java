package org.gridtill.tests.crash;

import org.gridtill.simulator.pos.PosMessage;

/** A payment that a terminal meant to make, and what it learned about it. For use by one thread. */
final class Payment {

  private final PosMessage message;
  private final String consumer;
  private final long fen;
  private String code;
  private String serialNo = "";

  Payment(PosMessage message, String consumer, long fen) {
    this.message = message;
    this.consumer = consumer;
    this.fen = fen;
  }

  PosMessage message() {
    return message;
  }

  String consumer() {
    return consumer;
  }

  long fen() {
    return fen;
  }

  String serialNo() {
    return serialNo;
  }

  void learn(String newCode, String newSerialNo) {
    code = newCode;
    serialNo = newSerialNo;
  }

  boolean isFinal() {
    return code != null && !code.equals("09");
  }

  boolean isPaid() {
    return "00".equals(code);
  }

  @Override
  public String toString() {
    return consumer + " " + fen + " fen: " + code + " " + serialNo;
  }
}
