package org.gridtill.notifications;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When people are let sleep. It may go over midnight; if it ends when it begins, there is none.
 *
 * @param from its first moment of a day
 * @param to the first moment of a day after it
 * @param zone whose days
 */
record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

  /** Returns when the quiet time ends that a moment lies in; empty if it lies in none. */
  Optional<Instant> end(Instant moment) {
    ZonedDateTime local = moment.atZone(zone);
    if (!isQuiet(local.toLocalTime())) {
      return Optional.empty();
    }
    ZonedDateTime today = local.toLocalDate().atTime(to).atZone(zone);
    boolean isOver = local.toLocalTime().isBefore(to);
    ZonedDateTime end = isOver ? today : local.toLocalDate().plusDays(1).atTime(to).atZone(zone);
    return Optional.of(end.toInstant());
  }

  private boolean isQuiet(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean ended = !time.isBefore(to);
    if (from.equals(to)) {
      return false;
    }
    return from.isBefore(to) ? begun && !ended : begun || !ended;
  }
}
