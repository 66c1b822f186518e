package org.gridtill.adapter.pos;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.gridtill.api.adapter.terminal.TerminalSession;

/** A session whose vault is a map from terminals to MAC keys. */
final class FakeSession implements TerminalSession {

  private final Map<String, byte[]> keys = new HashMap<>();
  private final BinaryOperator<byte[]> cipher;
  private boolean available = true;
  private byte[] verifiedKey;

  /** A vault whose terminals have X9.19. */
  FakeSession() {
    this(TestDes::mac);
  }

  /** A vault whose terminals make codes of a key and data in that way. */
  FakeSession(BinaryOperator<byte[]> cipher) {
    this.cipher = cipher;
  }

  /** Gives a terminal a MAC key; null registers it without one. */
  FakeSession with(String terminalCode, byte[] macKey) {
    keys.put(terminalCode, macKey);
    return this;
  }

  /** Puts the vault out of reach. */
  FakeSession unavailable() {
    available = false;
    return this;
  }

  @Override
  public String remoteAddress() {
    return "192.0.2.1";
  }

  @Override
  public Verification verify(String terminalCode, byte[] data, byte[] mac) {
    if (!available) {
      return Verification.UNAVAILABLE;
    }
    if (!keys.containsKey(terminalCode)) {
      return Verification.UNKNOWN_TERMINAL;
    }
    byte[] key = keys.get(terminalCode);
    if (key == null) {
      return Verification.NO_KEY;
    }
    boolean valid = Arrays.equals(cipher.apply(key, data), mac);
    verifiedKey = valid ? key : null;
    return valid ? Verification.VALID : Verification.INVALID;
  }

  @Override
  public byte[] sign(byte[] data) {
    return verifiedKey == null ? new byte[0] : cipher.apply(verifiedKey, data);
  }

  @Override
  public byte[] encipher(byte[] data) {
    throw new UnsupportedOperationException("the protocol enciphers nothing");
  }

  @Override
  public byte[] decipher(byte[] data) {
    throw new UnsupportedOperationException("the protocol enciphers nothing");
  }
}
