package org.gridtill.store.terminals;

import java.io.Serializable;
import java.util.Objects;

/** The key of the row of that name. */
public class BindingKey implements Serializable {

  private static final long serialVersionUID = 1L;

  public String terminalCode;
  public String cardNo;
  public String iccid;

  /** For the persistence provider. */
  public BindingKey() {}

  /** The key of one row. */
  public BindingKey(String terminalCode, String cardNo, String iccid) {
    this.terminalCode = terminalCode;
    this.cardNo = cardNo;
    this.iccid = iccid;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BindingKey that
        && Objects.equals(terminalCode, that.terminalCode)
        && Objects.equals(cardNo, that.cardNo)
        && Objects.equals(iccid, that.iccid);
  }

  @Override
  public int hashCode() {
    return Objects.hash(terminalCode, cardNo, iccid);
  }
}
