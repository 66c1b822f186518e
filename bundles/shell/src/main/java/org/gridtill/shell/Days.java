package org.gridtill.shell;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.gridtill.api.platform.time.PlatformClock;

/**
 * The accounting days that somebody asks about.
 *
 * @param from the first
 * @param to the last
 */
record Days(LocalDate from, LocalDate to) {

  /**
   * Reads what was typed.
   *
   * @param from null for the current day, or for the last one that is asked about
   * @param to null for the current day
   * @throws IllegalArgumentException if one is no day, or the last is before the first
   */
  static Days of(String from, String to, PlatformClock clock) {
    LocalDate last = to == null ? clock.accountingDate(clock.now()) : parse(to);
    Days days = new Days(from == null ? last : parse(from), last);
    if (days.to.isBefore(days.from)) {
      throw new IllegalArgumentException(
          "the last day, " + days.to + ", is before the first, " + days.from);
    }
    return days;
  }

  /**
   * Reads a day.
   *
   * @throws IllegalArgumentException if it is none
   */
  static LocalDate parse(String day) {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a day, such as 2026-11-23: " + day, e);
    }
  }

  @Override
  public String toString() {
    return from.equals(to) ? from.toString() : from + " to " + to;
  }
}
