package org.gridtill.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How values look. */
final class Show {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

  private Show() {}

  /** Returns how long ago a moment was, in the largest fitting unit; "never" without a moment. */
  static String age(Instant moment, Instant now) {
    return moment == null ? "never" : inLargestUnit(Duration.between(moment, now));
  }

  /** Returns how far away a moment is, in the largest fitting unit; "now" if it has come. */
  static String until(Instant moment, Instant now) {
    if (moment == null) {
      return "-";
    }
    return moment.isAfter(now) ? inLargestUnit(Duration.between(now, moment)) : "now";
  }

  private static String inLargestUnit(Duration duration) {
    if (duration.toSeconds() < 60) {
      return Math.max(0, duration.toSeconds()) + " s";
    }
    if (duration.toMinutes() < 60) {
      return duration.toMinutes() + " min";
    }
    return duration.toHours() < 48 ? duration.toHours() + " h" : duration.toDays() + " d";
  }

  /** Returns the time from one moment to a later one, to the millisecond while it is short. */
  static String elapsed(Instant from, Instant to) {
    Duration elapsed = Duration.between(from, to);
    return elapsed.toSeconds() < 60
        ? String.format(Locale.ROOT, "%d.%03d s", elapsed.toSeconds(), elapsed.toMillisPart())
        : String.format(
            Locale.ROOT,
            "%d:%02d:%02d h",
            elapsed.toHours(),
            elapsed.toMinutesPart(),
            elapsed.toSecondsPart());
  }

  /** Returns a moment in the platform's time zone. */
  static String time(Instant moment, ZoneId zone) {
    return moment == null ? "-" : TIME.format(moment.atZone(zone));
  }

  /** Returns a number of things, such as "1 transaction" or "2 transactions". */
  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** Returns a value's text, or a dash if there is none. */
  static String orDash(Object value) {
    return value == null || value.toString().isEmpty() ? "-" : value.toString();
  }
}
