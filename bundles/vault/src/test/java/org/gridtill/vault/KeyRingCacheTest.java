package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeyRingCacheTest {

  private static final KeyRing RING = new KeyRing(0, 1, 0, Instant.EPOCH, List.of());

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final KeyRingCache cache = new KeyRingCache(2, Duration.ofNanos(10), nanos::get);

  @Test
  void forgetsWhatIsOld() {
    cache.put("T1", RING, cache.ticket());

    // The counter wraps around meanwhile, as nanoTime may.
    nanos.addAndGet(9);
    assertThat(cache.get("T1")).isSameAs(RING);
    nanos.addAndGet(1);
    assertThat(cache.get("T1")).isNull();
  }

  @Test
  void forgetsTheOneNotUsedLongest() {
    cache.put("T1", RING, cache.ticket());
    cache.put("T2", RING, cache.ticket());
    cache.get("T1");

    cache.put("T3", RING, cache.ticket());

    assertThat(cache.size()).isEqualTo(2);
    assertThat(cache.get("T1")).isNotNull();
    assertThat(cache.get("T2")).isNull();
  }

  @Test
  void doesNotKeepWhatWasReadBeforeAChange() {
    long ticket = cache.ticket();
    cache.drop("T1");

    cache.put("T1", RING, ticket);

    assertThat(cache.get("T1")).isNull();
  }
}
