package org.gridtill.api.platform.accounts;

import org.gridtill.api.adapter.SerialNo;

/**
 * What names an entry of the journal, for ever. An event that is recorded twice has the same key
 * twice, which the database refuses.
 *
 * @param kind what it records
 * @param number the number of that within its kind; positive
 */
public record EntryKey(EntryKind kind, long number) {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public EntryKey {
    if (number <= 0) {
      throw new IllegalArgumentException("an entry's number must be positive, not " + number);
    }
  }

  /** Names the entry that records something of a transaction. */
  public static EntryKey of(EntryKind kind, SerialNo serialNo) {
    return new EntryKey(kind, serialNo.number());
  }

  @Override
  public String toString() {
    return kind + " " + number;
  }
}
