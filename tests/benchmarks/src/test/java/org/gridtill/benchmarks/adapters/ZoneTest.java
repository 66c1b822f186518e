package org.gridtill.benchmarks.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ZoneTest {

  @ParameterizedTest
  @EnumSource
  void theHourTellsTheVersionAlsoWhenItHasChangedMeanwhile(Zone zone) {
    Instant midnight = Instant.parse("2026-11-24T00:00:00Z");
    for (int hours = 0; hours < 24; hours++) {
      Instant answered = midnight.plus(hours, ChronoUnit.HOURS);
      int hour = answered.atZone(ZoneId.of(zone.setting())).getHour();
      assertThat(Zone.of(hour, answered)).isEqualTo(zone);
      assertThat(Zone.of(hour, answered.plus(1, ChronoUnit.HOURS))).isEqualTo(zone);
    }
  }
}
