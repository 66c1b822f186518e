package org.gridtill.api.tck;

import java.util.Arrays;
import java.util.Random;

/** Makes bad frames out of good ones, and out of nothing. For use by one thread. */
final class Mutations {

  private static final int LONGEST = 70_000;

  private final Random random;

  Mutations(long seed) {
    random = new Random(seed);
  }

  /** Returns another frame made of this one. */
  byte[] of(byte[] frame) {
    return switch (random.nextInt(6)) {
      case 0 -> flipped(frame);
      case 1 -> Arrays.copyOf(frame, random.nextInt(frame.length + 1));
      case 2 -> Arrays.copyOfRange(frame, random.nextInt(frame.length + 1), frame.length);
      case 3 -> longer(frame);
      case 4 -> spliced(frame);
      default -> noise();
    };
  }

  private byte[] flipped(byte[] frame) {
    byte[] made = frame.clone();
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times && made.length > 0; i++) {
      made[random.nextInt(made.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return made;
  }

  private byte[] longer(byte[] frame) {
    byte[] made = Arrays.copyOf(frame, frame.length + 1 + random.nextInt(300));
    Arrays.fill(made, frame.length, made.length, (byte) random.nextInt(256));
    return made;
  }

  /** One part of the frame over another. */
  private byte[] spliced(byte[] frame) {
    byte[] made = frame.clone();
    if (made.length > 1) {
      int from = random.nextInt(made.length);
      int to = random.nextInt(made.length);
      int length = random.nextInt(made.length - Math.max(from, to) + 1);
      System.arraycopy(frame, from, made, to, length);
    }
    return made;
  }

  private byte[] noise() {
    byte[] made = new byte[random.nextInt(20) == 0 ? random.nextInt(LONGEST) : random.nextInt(200)];
    random.nextBytes(made);
    return made;
  }
}
