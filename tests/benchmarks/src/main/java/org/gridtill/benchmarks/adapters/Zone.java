package org.gridtill.benchmarks.adapters;

import java.time.Instant;
import java.time.ZoneOffset;
import org.gridtill.simulator.pos.PosAnswer;

/**
 * The time zone that a version of the POS adapter is made for. Versions take turns, so that the
 * time in an answer tells which one it comes from; the two are half a day apart.
 */
enum Zone {
  EAST(8),
  WEST(-4);

  private static final int HOURS = 24;
  private static final int QUARTER = HOURS / 4;

  private final int hours;

  Zone(int hours) {
    this.hours = hours;
  }

  /** Returns the zone of the version after that many others; the shipped one has the first. */
  static Zone ofVersion(int version) {
    return values()[version % 2];
  }

  /** Returns its name as the adapter's setting has it. */
  String setting() {
    return ZoneOffset.ofHours(hours).getId();
  }

  /** Returns the zone of an answer that came just now; null if it carries no time. */
  static Zone of(PosAnswer answer, Instant now) {
    String time = answer.message().text(12);
    return time.length() == 6 ? of(Integer.parseInt(time.substring(0, 2)), now) : null;
  }

  /** The hour may have changed since, so this looks for the nearest. */
  static Zone of(int hour, Instant now) {
    int away = hour - now.atOffset(ZoneOffset.UTC).getHour() - EAST.hours;
    int distance = Math.floorMod(away + QUARTER, HOURS);
    return distance < 2 * QUARTER ? EAST : WEST;
  }
}
