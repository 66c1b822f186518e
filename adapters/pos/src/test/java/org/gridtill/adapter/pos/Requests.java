package org.gridtill.adapter.pos;

import java.util.Arrays;
import org.gridtill.simulator.pos.PosMessage;
import org.gridtill.simulator.pos.PosTerminal;

/** Requests as a terminal makes them. */
final class Requests {

  private static final int MESSAGE_START = 11;

  private Requests() {}

  static PosTerminal terminal() {
    return PosTerminal.of(Scenario.TERMINAL, Scenario.AGENCY).firstTraceNo(1).build();
  }

  static PosMessage payment() {
    return terminal().payRequest("0100000001", 12345);
  }

  /** Returns the frame of a message with the right code at its end. */
  static byte[] signed(PosMessage message) {
    message.set(64, new byte[8]);
    return sign(message.frame());
  }

  /** Puts the right code at the end of a frame, whatever it holds. */
  static byte[] sign(byte[] frame) {
    int end = frame.length - 8;
    byte[] mac = TestDes.mac(Scenario.MAC_KEY, Arrays.copyOfRange(frame, MESSAGE_START, end));
    byte[] signed = frame.clone();
    System.arraycopy(mac, 0, signed, end, 8);
    return signed;
  }
}
