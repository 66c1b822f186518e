package org.gridtill.gateway;

/**
 * What is to be done after a frame.
 *
 * @param answer the frame to answer with; null if the connection is to be closed
 * @param bad whether the frame counts as a bad one
 * @param last whether the connection is to be closed after the answer
 */
record Outcome(byte[] answer, boolean bad, boolean last) {

  private static final Outcome CLOSE = new Outcome(null, true, true);

  /** Answer, and wait for the next frame. */
  static Outcome answer(byte[] answer) {
    return new Outcome(answer, false, false);
  }

  /** Answer, and close the connection. */
  static Outcome lastAnswer(byte[] answer) {
    return new Outcome(answer, false, true);
  }

  /** Answer a bad frame. */
  static Outcome badFrame(byte[] answer) {
    return new Outcome(answer, true, false);
  }

  /** Close the connection without an answer. */
  static Outcome close() {
    return CLOSE;
  }

  boolean closes() {
    return answer == null;
  }
}
