package org.gridtill.store.certificates;

import java.io.Serializable;
import java.util.Objects;

/** The key of the row of that name. */
public class ForeignRevocationKey implements Serializable {

  private static final long serialVersionUID = 1L;

  public String authority;
  public String serialNo;

  /** For the persistence provider. */
  public ForeignRevocationKey() {}

  /** The key of one row. */
  public ForeignRevocationKey(String authority, String serialNo) {
    this.authority = authority;
    this.serialNo = serialNo;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ForeignRevocationKey that
        && Objects.equals(authority, that.authority)
        && Objects.equals(serialNo, that.serialNo);
  }

  @Override
  public int hashCode() {
    return Objects.hash(authority, serialNo);
  }
}
