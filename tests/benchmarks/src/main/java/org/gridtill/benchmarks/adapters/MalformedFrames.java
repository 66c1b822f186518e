package org.gridtill.benchmarks.adapters;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gridtill.simulator.pos.PosTerminal;

/**
 * Frames that no terminal sends, with their lengths before them, of five kinds in turn: noise, cut
 * short, with a wrong length, garbage behind a right header, too long. The same for the same
 * number. Safe for use by several threads.
 */
final class MalformedFrames {

  static final int KINDS = 5;

  private static final int HEADER = 21;
  private static final int MOST_NOISE = 300;
  private static final int TOO_LONG = 2_049;

  private final byte[] good;

  private MalformedFrames(byte[] good) {
    this.good = good;
  }

  /** Returns frames that are like a terminal's payments, and none of them is one. */
  static MalformedFrames like(PosTerminal terminal) {
    return new MalformedFrames(terminal.frame(terminal.payRequest("0100000001", 100)));
  }

  byte[] get(int number) {
    SplittableRandom random = new SplittableRandom(number);
    byte[] noise = new byte[HEADER + random.nextInt(MOST_NOISE)];
    random.nextBytes(noise);
    return switch (number % KINDS) {
      case 0 -> noise;
      case 1 -> framed(Arrays.copyOf(good, 1 + random.nextInt(good.length - 1)), 0);
      case 2 -> framed(good, 1 + random.nextInt(MOST_NOISE));
      case 3 -> {
        System.arraycopy(good, 0, noise, 0, HEADER);
        yield framed(noise, 0);
      }
      default -> framed(new byte[TOO_LONG], 0);
    };
  }

  private static byte[] framed(byte[] frame, int more) {
    byte[] bytes = new byte[2 + frame.length];
    int length = frame.length + more;
    bytes[0] = (byte) (length >> Byte.SIZE);
    bytes[1] = (byte) length;
    System.arraycopy(frame, 0, bytes, 2, frame.length);
    return bytes;
  }
}
