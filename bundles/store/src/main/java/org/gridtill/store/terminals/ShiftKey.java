package org.gridtill.store.terminals;

import java.io.Serializable;
import java.util.Objects;

/** The key of the row of that name. */
public class ShiftKey implements Serializable {

  private static final long serialVersionUID = 1L;

  public String terminalCode;
  public long shiftNo;

  /** For the persistence provider. */
  public ShiftKey() {}

  /** The key of one row. */
  public ShiftKey(String terminalCode, long shiftNo) {
    this.terminalCode = terminalCode;
    this.shiftNo = shiftNo;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShiftKey that
        && Objects.equals(terminalCode, that.terminalCode)
        && Objects.equals(shiftNo, that.shiftNo);
  }

  @Override
  public int hashCode() {
    return Objects.hash(terminalCode, shiftNo);
  }
}
