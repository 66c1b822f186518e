package org.gridtill.accounts;

import java.time.LocalDate;
import java.util.Optional;

/** Reads days from the results of native statements. */
final class Days {

  private Days() {}

  /** Whatever type the driver has for a date, it writes it as ISO 8601 says; empty for a null. */
  static Optional<LocalDate> of(Object column) {
    return Optional.ofNullable(column).map(Object::toString).map(LocalDate::parse);
  }
}
