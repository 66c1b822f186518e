package org.gridtill.api.platform.people;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody who may log in.
 *
 * @param name under which they log in
 * @param roles what they may do; never empty
 * @param unit the agency that they are restricted to, with everybody below it; null for the whole
 *     utility
 * @param locked whether somebody has locked them
 * @param lockedUntil until when too many wrong passwords keep them out; null if none do
 * @param mustChange whether they have a one-time password and may do nothing but change it
 * @param oneTimeUntil until when that one is good; null for ever, or without one
 * @param lastLogin null if never
 */
public record Person(
    String name,
    Set<Role> roles,
    String unit,
    boolean locked,
    Instant lockedUntil,
    boolean mustChange,
    Instant oneTimeUntil,
    Instant lastLogin) {

  /** Copies the roles. */
  public Person {
    roles = Set.copyOf(roles);
  }
}
