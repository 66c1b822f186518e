package org.gridtill.adapter.pos;

import java.util.Arrays;
import org.gridtill.api.adapter.terminal.TerminalSession;

/**
 * Message authentication codes on messages: 8 bytes at the end, over all before them from the
 * message type on, the bitmap with the bit of field 64 included.
 */
final class Authentication {

  private static final int MAC_LENGTH = Field.MAC.maxBytes();

  private final PosCodec codec;

  Authentication(PosCodec codec) {
    this.codec = codec;
  }

  /** Has the session check the code at the end of a message that has one. */
  static TerminalSession.Verification verify(
      TerminalSession session, String terminalCode, byte[] message) {
    int end = message.length - MAC_LENGTH;
    byte[] mac = Arrays.copyOfRange(message, end, message.length);
    return session.verify(terminalCode, Arrays.copyOf(message, end), mac);
  }

  /** Returns the bytes of an answer, with a code if the session can make one. */
  byte[] signed(TerminalSession session, PosMessage answer) {
    byte[] unsigned = codec.write(answer);
    answer.set(Field.MAC, new byte[MAC_LENGTH]);
    byte[] message = codec.write(answer);
    byte[] mac = session.sign(Arrays.copyOf(message, message.length - MAC_LENGTH));
    if (mac.length == 0) {
      return unsigned;
    }
    System.arraycopy(mac, 0, message, message.length - MAC_LENGTH, MAC_LENGTH);
    return message;
  }
}
