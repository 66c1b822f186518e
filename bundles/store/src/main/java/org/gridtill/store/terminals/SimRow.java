package org.gridtill.store.terminals;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A SIM card. Changes by single updates only. Times are in milliseconds since 1970. */
@Entity
@Table(name = "gt_sim")
public class SimRow {

  @Id
  @Column(name = "iccid")
  private String iccid;

  @Column(name = "imsi")
  private String imsi;

  @Column(name = "state")
  private String state;

  @Column(name = "changed_at")
  private long changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  /** For the persistence provider. */
  protected SimRow() {}

  /** One with all its values. */
  public SimRow(String iccid, String imsi, String state, long changedAt, String changedBy) {
    this.iccid = iccid;
    this.imsi = imsi;
    this.state = state;
    this.changedAt = changedAt;
    this.changedBy = changedBy;
  }

  public String iccid() {
    return iccid;
  }

  public String imsi() {
    return imsi;
  }

  public String state() {
    return state;
  }

  public long changedAt() {
    return changedAt;
  }

  public String changedBy() {
    return changedBy;
  }
}
