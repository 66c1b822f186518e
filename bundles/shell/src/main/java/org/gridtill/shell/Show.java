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
    if (moment == null) {
      return "never";
    }
    Duration age = Duration.between(moment, now);
    if (age.toSeconds() < 60) {
      return Math.max(0, age.toSeconds()) + " s";
    }
    if (age.toMinutes() < 60) {
      return age.toMinutes() + " min";
    }
    return age.toHours() < 48 ? age.toHours() + " h" : age.toDays() + " d";
  }

  /** Returns a moment in the platform's time zone. */
  static String time(Instant moment, ZoneId zone) {
    return moment == null ? "-" : TIME.format(moment.atZone(zone));
  }

  /** Returns a value's text, or a dash without a value. */
  static String orDash(Object value) {
    return value == null ? "-" : value.toString();
  }
}
