package org.gridtill.benchmarks.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangesTest {

  private static final long MILLI = 1_000_000;

  private final Exchanges all =
      new Exchanges(
          List.of(
              good(0, 10),
              good(90, 130),
              good(150, 160),
              new Exchange(155 * MILLI, 300 * MILLI, "EOF of 123456789", true, null)));

  private static Exchange good(long start, long end) {
    return new Exchange(start * MILLI, end * MILLI, null, false, Zone.EAST);
  }

  private static Window window(long start, long end) {
    return new Window(start * MILLI, end * MILLI);
  }

  @Test
  void whatBeganBeforeASwapOrEndedAfterItBelongsToIt() {
    Exchanges during = all.touching(List.of(window(100, 120), window(290, 295)));
    assertThat(during.count()).isEqualTo(2);
    assertThat(during.percentile(100)).isEqualTo(145);
    assertThat(all.apartFrom(List.of(window(100, 120))).count()).isEqualTo(3);
  }

  @Test
  void eachIsCountedInOneWindowAndFailuresAreNotThroughput() {
    assertThat(all.endedIn(window(0, 130)).count()).isEqualTo(1);
    assertThat(all.endedIn(window(130, 301)).count()).isEqualTo(3);
    assertThat(all.rate(window(0, 1_000))).isEqualTo(3);
  }

  @Test
  void failuresAreToldBySort() {
    assertThat(all.failed()).isEqualTo(1);
    assertThat(all.dropped()).isEqualTo(1);
    assertThat(all.failures()).containsExactly("1 times EOF of #");
  }
}
