package org.gridtill.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {

  private static final long SECOND = 1_000_000_000L;

  /** The clock's numbers mean nothing, and may overflow on the way. */
  @ParameterizedTest
  @ValueSource(longs = {0, -5, Long.MAX_VALUE - SECOND / 4, Long.MIN_VALUE})
  void givesABurstAndThenSoManyASecond(long start) {
    TokenBucket bucket = new TokenBucket(4, 3);
    assertThat(taken(bucket, start)).isEqualTo(3);
    assertThat(taken(bucket, start + SECOND / 4 - 1)).isZero();
    assertThat(taken(bucket, start + SECOND / 4)).isEqualTo(1);
    assertThat(taken(bucket, start + SECOND)).isEqualTo(3);
    assertThat(taken(bucket, start + 100 * SECOND)).as("no more than a burst").isEqualTo(3);
  }

  @Test
  void tellsHowLongToWait() {
    TokenBucket bucket = new TokenBucket(10, 2);
    assertThat(bucket.takeLater(0)).isZero();
    assertThat(bucket.takeLater(0)).isZero();
    assertThat(bucket.takeLater(0)).isEqualTo(SECOND / 10);
    assertThat(bucket.takeLater(0)).isEqualTo(2 * SECOND / 10);
    assertThat(bucket.takeLater(2 * SECOND / 10)).isEqualTo(SECOND / 10);
    assertThat(bucket.takeLater(10 * SECOND)).isZero();
  }

  private static int taken(TokenBucket bucket, long nanoTime) {
    int count = 0;
    while (bucket.take(nanoTime)) {
      count++;
    }
    return count;
  }
}
