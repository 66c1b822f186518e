package org.gridtill.api.platform.audit;

/**
 * Something in the trail that is not as it was written.
 *
 * @param number the record at which it shows
 * @param kind what it is
 * @param words the same for people
 */
public record AuditFinding(long number, Kind kind, String words) {

  /** What can be wrong. */
  public enum Kind {
    /** The record does not give its own hash. */
    ALTERED,
    /** The record does not continue the one before it. */
    UNLINKED,
    /** Records are missing before this one, or this is the last and later ones are missing. */
    MISSING,
    /** There is a record that should not be there. */
    INSERTED,
    /** The record is not the one that the anchor names. */
    NOT_THE_ANCHORED
  }
}
