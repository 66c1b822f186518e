package org.gridtill.adapter.pos;

import org.gridtill.api.adapter.terminal.TerminalSession;

/** A session of nobody, for a trial of the adapter: every code is right, and none is made. */
final class TrialSession implements TerminalSession {

  @Override
  public String remoteAddress() {
    return "";
  }

  @Override
  public Verification verify(String terminalCode, byte[] data, byte[] mac) {
    return Verification.VALID;
  }

  @Override
  public byte[] sign(byte[] data) {
    return new byte[0];
  }

  @Override
  public byte[] encipher(byte[] data) {
    return new byte[0];
  }

  @Override
  public byte[] decipher(byte[] data) {
    return new byte[0];
  }
}
