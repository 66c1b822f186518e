package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SealerTest {

  private final Sealer sealer = new Sealer(new SecureRandom());

  @Test
  void opensWhatItSealedAndWipesEveryPlainCopy() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int length = 1; length <= 100; length++) {
      byte[] plain = new byte[length];
      random.nextBytes(plain);
      byte[] given = plain.clone();
      AtomicReference<byte[]> opened = new AtomicReference<>();

      Sealed sealed = sealer.seal(given);

      assertThat(given).as("seed %d", seed).containsOnly(0);
      boolean same =
          sealed.with(
              bytes -> {
                opened.set(bytes);
                return Arrays.equals(bytes, plain);
              });
      assertThat(same).as("seed %d, length %d", seed, length).isTrue();
      assertThat(opened.get()).as("after use").containsOnly(0);
    }
  }

  @Test
  void equalSecretsLookDifferent() {
    byte[] zeros = new byte[64];

    byte[] first = sealer.add(1, zeros);

    assertThat(first).isNotEqualTo(sealer.add(2, zeros)).isNotEqualTo(zeros);
    assertThat(sealer.add(1, first)).isEqualTo(zeros);
    assertThat(new Sealer(new SecureRandom()).add(1, zeros)).isNotEqualTo(first);
    assertThat(Arrays.copyOf(first, 32))
        .as("the stream does not come again")
        .isNotEqualTo(Arrays.copyOfRange(first, 32, 64));
  }

  @Test
  void printsNothing() {
    assertThat(sealer.seal(new byte[] {1, 2, 3})).hasToString("sealed");
  }
}
