package org.gridtill.api.platform.people;

import java.util.Objects;

/**
 * Who does something, as the audit trail names them.
 *
 * @param person the name under which they logged in
 * @param origin where they came from; may be empty
 */
public record Caller(String person, String origin) {

  /** Checks that both are there. */
  public Caller {
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(origin, "origin");
  }
}
