package org.gridtill.store.terminals;

import java.io.Serializable;
import java.util.Objects;

/** The key of the row of that name. */
public class GuardAlarmKey implements Serializable {

  private static final long serialVersionUID = 1L;

  public String terminalCode;
  public String guard;
  public String reason;

  /** For the persistence provider. */
  public GuardAlarmKey() {}

  /** The key of one row. */
  public GuardAlarmKey(String terminalCode, String guard, String reason) {
    this.terminalCode = terminalCode;
    this.guard = guard;
    this.reason = reason;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GuardAlarmKey that
        && Objects.equals(terminalCode, that.terminalCode)
        && Objects.equals(guard, that.guard)
        && Objects.equals(reason, that.reason);
  }

  @Override
  public int hashCode() {
    return Objects.hash(terminalCode, guard, reason);
  }
}
