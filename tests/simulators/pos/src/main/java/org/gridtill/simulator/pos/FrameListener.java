package org.gridtill.simulator.pos;

/** Sees the frames that a terminal sends and receives, on the terminal's thread. */
@FunctionalInterface
public interface FrameListener {

  /** Which way a frame goes. */
  enum Direction {
    /** From the terminal. */
    SENT,
    /** To the terminal. */
    RECEIVED
  }

  /**
   * A frame has passed.
   *
   * @param direction which way
   * @param frame the frame without its length
   */
  void passed(Direction direction, byte[] frame);
}
