package org.gridtill.gateway;

import org.gridtill.api.adapter.terminal.TerminalSession;
import org.gridtill.api.platform.gates.CallContext;

/**
 * A frame's session for one call of the adapter. Behind it are vault and database, which the
 * interrupt of an adapter that is too slow must not reach; and an adapter that was given up gets
 * nothing done any more.
 */
record ShelteredSession(TerminalSession session, CallContext context) implements TerminalSession {

  @Override
  public String remoteAddress() {
    return session.remoteAddress();
  }

  @Override
  public Verification verify(String terminalCode, byte[] data, byte[] mac) {
    return context.sheltered(() -> session.verify(terminalCode, data, mac));
  }

  @Override
  public byte[] sign(byte[] data) {
    return context.sheltered(() -> session.sign(data));
  }

  @Override
  public byte[] encipher(byte[] data) {
    return context.sheltered(() -> session.encipher(data));
  }

  @Override
  public byte[] decipher(byte[] data) {
    return context.sheltered(() -> session.decipher(data));
  }
}
