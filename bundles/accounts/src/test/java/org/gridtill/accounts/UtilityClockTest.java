package org.gridtill.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtilityClockTest {

  private static final Clock STILL =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "00:00, 2026-11-23T15:59:59Z, 2026-11-23",
    "00:00, 2026-11-23T16:00:00Z, 2026-11-24",
    "23:30, 2026-11-23T15:29:59Z, 2026-11-23",
    "23:30, 2026-11-23T15:30:00Z, 2026-11-24",
    "23:30, 2026-11-23T16:00:00Z, 2026-11-24",
    "23:30, 2026-12-31T15:30:00Z, 2027-01-01",
  })
  void beginsAnAccountingDayAtTheCutOverOfTheUtility(
      String cutOver, Instant moment, LocalDate day) {
    assertThat(new UtilityClock(STILL, "Asia/Shanghai", cutOver).accountingDate(moment))
        .isEqualTo(day);
  }

  @Test
  void isInTheZoneOfTheUtility() {
    assertThat(new UtilityClock(STILL, "Asia/Urumqi", "00:00").zone())
        .isEqualTo(ZoneId.of("Asia/Urumqi"));
  }

  @Test
  void namesTheKeyThatIsWrong() {
    assertThatThrownBy(() -> new UtilityClock(STILL, "Mars/Olympus", "00:00"))
        .hasMessageContaining("org.gridtill.accounts: timeZone");
    assertThatThrownBy(() -> new UtilityClock(STILL, "Asia/Shanghai", "25:00"))
        .hasMessageContaining("org.gridtill.accounts: cutOver");
  }
}
