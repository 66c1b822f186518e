package org.gridtill.benchmarks.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacedLoadTest {

  @ParameterizedTest
  @CsvSource({
    "100, 50, 101, 150",
    "100, 50, 150, 150",
    "100, 50, 151, 200",
    "100, 50, 420, 450",
    "-20, 50, -19, 30",
    "100, 0, 117, 117",
  })
  void turnsThatWereMissedAreLeftOut(long turn, long every, long now, long next) {
    assertThat(PacedLoad.next(turn, every, now)).isEqualTo(next);
  }
}
