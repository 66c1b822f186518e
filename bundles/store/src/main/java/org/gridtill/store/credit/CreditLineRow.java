package org.gridtill.store.credit;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** An agency's credit line. Its amounts, in fen, change by conditional updates only. */
@Entity
@Table(name = "gt_credit_line")
public class CreditLineRow {

  @Id
  @Column(name = "agency_code")
  private String agencyCode;

  @Column(name = "agency_name")
  private String agencyName;

  @Column(name = "credit_limit")
  private long creditLimit;

  @Column(name = "used")
  private long used;

  @Column(name = "reserved")
  private long reserved;

  /** For the persistence provider. */
  protected CreditLineRow() {}

  /** A line on which nothing is used. */
  public CreditLineRow(String agencyCode, String agencyName, long creditLimit) {
    this.agencyCode = agencyCode;
    this.agencyName = agencyName;
    this.creditLimit = creditLimit;
  }

  public String agencyCode() {
    return agencyCode;
  }

  public String agencyName() {
    return agencyName;
  }

  public long creditLimit() {
    return creditLimit;
  }

  public long used() {
    return used;
  }

  public long reserved() {
    return reserved;
  }
}
