package org.gridtill.api.adapter.terminal;

/**
 * A frame that cannot be turned into a request. It may carry an answer for the terminal; without
 * one the gateway closes the connection.
 */
public class FrameException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is wrong with a frame. */
  public enum Kind {
    /** The bytes are not a message of the protocol. */
    MALFORMED,
    /** A message of the protocol, but none that the platform serves. */
    UNSUPPORTED,
    /** The message authentication code is wrong, missing, or cannot be checked. */
    NOT_AUTHENTIC
  }

  private final Kind kind;
  private final transient byte[] answer;

  /**
   * A frame that gets no answer.
   *
   * @param kind what is wrong
   * @param message what exactly, naming the field, without its content
   */
  public FrameException(Kind kind, String message) {
    this(kind, message, null);
  }

  /**
   * A frame that gets an answer.
   *
   * @param kind what is wrong
   * @param message what exactly, naming the field, without its content
   * @param answer the frame to answer with, or null for none
   */
  public FrameException(Kind kind, String message, byte[] answer) {
    super(message);
    this.kind = kind;
    this.answer = answer == null ? null : answer.clone();
  }

  /** Returns what is wrong. */
  public Kind kind() {
    return kind;
  }

  /** Returns the frame to answer with, or null if the connection is to be closed. */
  public byte[] answer() {
    return answer == null ? null : answer.clone();
  }
}
