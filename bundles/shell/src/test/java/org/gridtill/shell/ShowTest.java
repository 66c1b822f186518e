package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "-5, 0 s",
    "0, 0 s",
    "59, 59 s",
    "60, 1 min",
    "3599, 59 min",
    "3600, 1 h",
    "172799, 47 h",
    "172800, 2 d",
  })
  void anAgeIsShownInItsLargestUnit(long seconds, String shown) {
    assertThat(Show.age(NOW.minusSeconds(seconds), NOW)).isEqualTo(shown);
  }

  @Test
  void whatNeverWasHasNoAge() {
    assertThat(Show.age(null, NOW)).isEqualTo("never");
  }

  @Test
  void aTimeTellsItsZone() {
    assertThat(Show.time(NOW, ZoneId.of("Asia/Shanghai"))).isEqualTo("2026-11-23 10:00:00 +08:00");
    assertThat(Show.time(null, ZoneId.of("UTC"))).isEqualTo("-");
  }
}
