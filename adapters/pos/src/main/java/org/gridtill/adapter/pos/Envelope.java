package org.gridtill.adapter.pos;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What stands before a message in its frame: the TPDU (5 bytes: 60, destination, source) and the
 * header (6 bytes, 12 digits: application type 2, reserved 2, terminal state 1, handling 1, version
 * 6).
 *
 * @param destination the TPDU's destination address
 * @param source the TPDU's source address
 */
record Envelope(short destination, short source) {

  /** The bytes of TPDU and header. */
  static final int LENGTH = 11;

  /** The longest request that makes sense; every field at its longest is far shorter. */
  private static final int MAX_FRAME = 2500;

  private static final byte TPDU_ID = 0x60;
  private static final int HEADER_START = 5;
  private static final String APPLICATION = "60";
  private static final String MAJOR_VERSION = "01";
  private static final String HANDLE_NOTHING = "600000010000";
  private static final String HANDLE_SIGN_ON = "600004010000";

  /**
   * Reads the envelope of a frame.
   *
   * @throws FormatException if the frame is not one of this protocol
   */
  static Envelope of(byte[] frame) throws FormatException {
    if (frame.length <= LENGTH || frame.length > MAX_FRAME) {
      throw new FormatException("the frame is too short or too long");
    }
    if (frame[0] != TPDU_ID) {
      throw new FormatException("the TPDU does not begin with 60");
    }
    String header = HexFormat.of().formatHex(frame, HEADER_START, LENGTH);
    boolean digits = header.chars().allMatch(c -> c <= '9');
    if (!digits || !header.startsWith(APPLICATION) || !header.startsWith(MAJOR_VERSION, 6)) {
      throw new FormatException("the header is not one of this protocol");
    }
    ByteBuffer tpdu = ByteBuffer.wrap(frame);
    return new Envelope(tpdu.getShort(1), tpdu.getShort(3));
  }

  /** Returns what follows TPDU and header. */
  static byte[] message(byte[] frame) {
    return Arrays.copyOfRange(frame, LENGTH, frame.length);
  }

  /** Returns the frame of an answer, which goes back to where the request came from. */
  byte[] answer(byte[] message, boolean signOnAgain) {
    return ByteBuffer.allocate(LENGTH + message.length)
        .put(TPDU_ID)
        .putShort(source)
        .putShort(destination)
        .put(HexFormat.of().parseHex(signOnAgain ? HANDLE_SIGN_ON : HANDLE_NOTHING))
        .put(message)
        .array();
  }
}
