package org.gridtill.store.terminals;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/**
 * A binding; empty, not null, is what it has not. Changes by single updates only. Times are in
 * milliseconds since 1970.
 */
@Entity
@Table(name = "gt_binding")
@IdClass(BindingKey.class)
public class BindingRow {

  @Id
  @Column(name = "terminal_code")
  private String terminalCode;

  @Id
  @Column(name = "card_no")
  private String cardNo;

  @Id
  @Column(name = "iccid")
  private String iccid;

  @Column(name = "state")
  private String state;

  @Column(name = "requested_by")
  private String requestedBy;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "changed_at")
  private long changedAt;

  /** For the persistence provider. */
  protected BindingRow() {}

  /** One with all its values. */
  public BindingRow(
      String terminalCode,
      String cardNo,
      String iccid,
      String state,
      String requestedBy,
      String decidedBy,
      long changedAt) {
    this.terminalCode = terminalCode;
    this.cardNo = cardNo;
    this.iccid = iccid;
    this.state = state;
    this.requestedBy = requestedBy;
    this.decidedBy = decidedBy;
    this.changedAt = changedAt;
  }

  public String terminalCode() {
    return terminalCode;
  }

  public String cardNo() {
    return cardNo;
  }

  public String iccid() {
    return iccid;
  }

  public String state() {
    return state;
  }

  public String requestedBy() {
    return requestedBy;
  }

  public String decidedBy() {
    return decidedBy;
  }

  public long changedAt() {
    return changedAt;
  }
}
