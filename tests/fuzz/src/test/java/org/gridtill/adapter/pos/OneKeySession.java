package org.gridtill.adapter.pos;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gridtill.api.adapter.terminal.TerminalSession;

/** A session in which all terminals have one key, and which remembers what it found authentic. */
final class OneKeySession implements TerminalSession {

  private static final int MESSAGE_START = Envelope.LENGTH;
  private static final int CODE_BYTES = 8;
  private static final byte[] KEY = {1, 2, 3, 4, 5, 6, 7, 8};

  private final Set<String> authentic = new HashSet<>();

  /** Returns a frame with the right code instead of its last bytes, if it is long enough. */
  static byte[] signed(byte[] frame) {
    int end = frame.length - CODE_BYTES;
    if (end < MESSAGE_START) {
      return frame;
    }
    byte[] signed = frame.clone();
    byte[] code = code(Arrays.copyOfRange(frame, MESSAGE_START, end));
    System.arraycopy(code, 0, signed, end, CODE_BYTES);
    return signed;
  }

  /** Tells whether all of a frame's message was found authentic for a terminal. */
  boolean foundAuthentic(String terminal, byte[] frame) {
    byte[] covered = Arrays.copyOfRange(frame, MESSAGE_START, frame.length - CODE_BYTES);
    return authentic.contains(terminal + Arrays.toString(covered));
  }

  @Override
  public String remoteAddress() {
    return "192.0.2.1";
  }

  @Override
  public Verification verify(String terminalCode, byte[] data, byte[] mac) {
    if (!Arrays.equals(code(data), mac)) {
      return Verification.INVALID;
    }
    authentic.add(terminalCode + Arrays.toString(data));
    return Verification.VALID;
  }

  @Override
  public byte[] sign(byte[] data) {
    return authentic.isEmpty() ? new byte[0] : code(data);
  }

  @Override
  public byte[] encipher(byte[] data) {
    throw new UnsupportedOperationException("the protocol enciphers nothing");
  }

  @Override
  public byte[] decipher(byte[] data) {
    throw new UnsupportedOperationException("the protocol enciphers nothing");
  }

  private static byte[] code(byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
      return Arrays.copyOf(mac.doFinal(data), CODE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
