package org.gridtill.store.transactions;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A reversal for which a second person is needed. Changed only under the transaction's lock. */
@Entity
@Table(name = "gt_reversal_request")
public class ReversalRequestRow {

  @Id
  @Column(name = "serial_no")
  private long serialNo;

  @Column(name = "accounting_date")
  private LocalDate accountingDate;

  @Column(name = "requested_by")
  private String requestedBy;

  @Column(name = "requested_at")
  private long requestedAt;

  @Column(name = "by_operations")
  private int byOperations;

  @Column(name = "reason")
  private String reason;

  @Column(name = "authorized_by")
  private String authorizedBy;

  @Column(name = "authorized_at")
  private Long authorizedAt;

  @Column(name = "used")
  private int used;

  /** For the persistence provider. */
  protected ReversalRequestRow() {}

  /** A request that nobody has authorized; the time in milliseconds since 1970. */
  public ReversalRequestRow(
      long serialNo,
      LocalDate accountingDate,
      String requestedBy,
      long requestedAt,
      boolean byOperations,
      String reason) {
    this.serialNo = serialNo;
    this.accountingDate = accountingDate;
    this.requestedBy = requestedBy;
    this.requestedAt = requestedAt;
    this.byOperations = byOperations ? 1 : 0;
    this.reason = reason;
  }

  /** Notes the second person. */
  public void authorize(String person, long at) {
    authorizedBy = person;
    authorizedAt = at;
  }

  /** Notes that the reversal was made. */
  public void use() {
    used = 1;
  }

  public long serialNo() {
    return serialNo;
  }

  public LocalDate accountingDate() {
    return accountingDate;
  }

  public String requestedBy() {
    return requestedBy;
  }

  public long requestedAt() {
    return requestedAt;
  }

  public boolean byOperations() {
    return byOperations != 0;
  }

  public String reason() {
    return reason;
  }

  public String authorizedBy() {
    return authorizedBy;
  }

  public Long authorizedAt() {
    return authorizedAt;
  }

  public boolean used() {
    return used != 0;
  }
}
