package org.gridtill.store.terminals;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** An identity card. Changes by single updates only. Times are in milliseconds since 1970. */
@Entity
@Table(name = "gt_collector_card")
public class CollectorCardRow {

  @Id
  @Column(name = "card_no")
  private String cardNo;

  @Column(name = "state")
  private String state;

  @Column(name = "agency_code")
  private String agencyCode;

  @Column(name = "collector_code")
  private String collectorCode;

  @Column(name = "pin_hash")
  private String pinHash;

  @Column(name = "failures")
  private int failures;

  @Column(name = "changed_at")
  private long changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  /** For the persistence provider. */
  protected CollectorCardRow() {}

  /** One with all its values. */
  public CollectorCardRow(
      String cardNo,
      String state,
      String agencyCode,
      String collectorCode,
      String pinHash,
      int failures,
      long changedAt,
      String changedBy) {
    this.cardNo = cardNo;
    this.state = state;
    this.agencyCode = agencyCode;
    this.collectorCode = collectorCode;
    this.pinHash = pinHash;
    this.failures = failures;
    this.changedAt = changedAt;
    this.changedBy = changedBy;
  }

  public String cardNo() {
    return cardNo;
  }

  public String state() {
    return state;
  }

  public String agencyCode() {
    return agencyCode;
  }

  public String collectorCode() {
    return collectorCode;
  }

  public String pinHash() {
    return pinHash;
  }

  public int failures() {
    return failures;
  }

  public long changedAt() {
    return changedAt;
  }

  public String changedBy() {
    return changedBy;
  }
}
