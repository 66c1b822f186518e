package org.gridtill.vault;

import java.util.Arrays;
import java.util.function.Function;

/** A secret in memory that can be used but not read. Immutable. */
final class Sealed {

  private final Sealer sealer;
  private final long number;
  private final byte[] bytes;

  /** Made by a {@link Sealer}, which takes the array over. */
  Sealed(Sealer sealer, long number, byte[] bytes) {
    this.sealer = sealer;
    this.number = number;
    this.bytes = bytes;
  }

  /** Does something with the plain bytes, which are wiped afterwards. */
  <T> T with(Function<byte[], T> use) {
    byte[] plain = sealer.add(number, bytes);
    try {
      return use.apply(plain);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  @Override
  public String toString() {
    return "sealed";
  }
}
