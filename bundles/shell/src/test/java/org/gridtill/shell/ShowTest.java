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

  @ParameterizedTest
  @CsvSource({"-1, now", "0, now", "30, 30 s", "90, 1 min"})
  void whatComesIsShownAsATimeToWait(long seconds, String shown) {
    assertThat(Show.until(NOW.plusSeconds(seconds), NOW)).isEqualTo(shown);
  }

  @Test
  void whatDoesNotComeHasNoTimeToWait() {
    assertThat(Show.until(null, NOW)).isEqualTo("-");
  }

  @ParameterizedTest
  @CsvSource({"0, 0.000 s", "120, 0.120 s", "59999, 59.999 s", "60000, 0:01:00 h"})
  void anElapsedTimeIsExactWhileItIsShort(long millis, String shown) {
    assertThat(Show.elapsed(NOW, NOW.plusMillis(millis))).isEqualTo(shown);
  }

  @Test
  void thingsAreCounted() {
    assertThat(Show.count(0, "reversal")).isEqualTo("0 reversals");
    assertThat(Show.count(1, "reversal")).isEqualTo("1 reversal");
  }

  @Test
  void nothingIsADash() {
    assertThat(Show.orDash(null)).isEqualTo("-");
    assertThat(Show.orDash("")).isEqualTo("-");
    assertThat(Show.orDash(7)).isEqualTo("7");
  }
}
