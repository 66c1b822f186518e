package org.gridtill.api.adapter.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.gridtill.api.adapter.terminal.TerminalSession;

/**
 * A frame with a message and, in its last line, perhaps a message authentication code of all bytes
 * before that line: {@code mac=} and 16 hexadecimal digits.
 */
final class TextFrame {

  private static final String CODE = TextMessage.CODE + "=";
  private static final String CODE_LINE = CODE + "[0-9A-Fa-f]{16}";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final TextMessage message;
  private final byte[] covered;
  private final byte[] code;

  private TextFrame(TextMessage message, byte[] covered, byte[] code) {
    this.message = message;
    this.covered = covered;
    this.code = code;
  }

  /**
   * Reads a frame.
   *
   * @throws IllegalArgumentException if it is none, telling the line
   */
  static TextFrame parse(byte[] frame) {
    String text = decoded(frame);
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("no line feed at the end");
    }
    List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
    String last = lines.get(lines.size() - 1);
    if (!last.matches(CODE_LINE)) {
      return new TextFrame(TextMessage.parse(lines), frame, null);
    }
    return new TextFrame(
        TextMessage.parse(lines.subList(0, lines.size() - 1)),
        Arrays.copyOf(frame, frame.length - last.length() - 1),
        HEX.parseHex(last, CODE.length(), last.length()));
  }

  private static String decoded(byte[] frame) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(frame)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not in UTF-8", e);
    }
  }

  /** Returns the frame of a message, with a code if the session has a key for one. */
  static byte[] signed(TextMessage message, TerminalSession session) {
    byte[] bytes = message.bytes();
    byte[] code = session.sign(bytes);
    if (code.length == 0) {
      return bytes;
    }
    byte[] line = (CODE + HEX.formatHex(code) + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] frame = Arrays.copyOf(bytes, bytes.length + line.length);
    System.arraycopy(line, 0, frame, bytes.length, line.length);
    return frame;
  }

  TextMessage message() {
    return message;
  }

  boolean hasCode() {
    return code != null;
  }

  /** Asks the session about the code, which must be there. */
  TerminalSession.Verification verify(String terminalCode, TerminalSession session) {
    return session.verify(terminalCode, covered, code);
  }
}
