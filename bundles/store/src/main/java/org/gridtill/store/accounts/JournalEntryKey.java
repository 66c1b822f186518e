package org.gridtill.store.accounts;

import java.io.Serializable;
import java.util.Objects;

/** The primary key of a journal entry, in the form that JPA asks for. */
public class JournalEntryKey implements Serializable {

  private static final long serialVersionUID = 1L;

  public String kind;
  public long serialNo;

  /** For the persistence provider. */
  public JournalEntryKey() {}

  /** The key of an entry of that kind and number. */
  public JournalEntryKey(String kind, long serialNo) {
    this.kind = kind;
    this.serialNo = serialNo;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JournalEntryKey key
        && key.serialNo == serialNo
        && key.kind.equals(kind);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, serialNo);
  }
}
