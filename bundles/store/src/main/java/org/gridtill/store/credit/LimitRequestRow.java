package org.gridtill.store.credit;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A wish for another limit that waits for a second person. The limit in fen. */
@Entity
@Table(name = "gt_limit_request")
public class LimitRequestRow {

  @Id
  @Column(name = "holder")
  private String holder;

  @Column(name = "credit_limit")
  private long creditLimit;

  @Column(name = "requested_by")
  private String requestedBy;

  @Column(name = "requested_at")
  private long requestedAt;

  @Column(name = "reason")
  private String reason;

  /** For the persistence provider. */
  protected LimitRequestRow() {}

  /** A wish; the time in milliseconds since 1970. */
  public LimitRequestRow(
      String holder, long creditLimit, String requestedBy, long requestedAt, String reason) {
    this.holder = holder;
    this.creditLimit = creditLimit;
    this.requestedBy = requestedBy;
    this.requestedAt = requestedAt;
    this.reason = reason;
  }

  public String holder() {
    return holder;
  }

  public long creditLimit() {
    return creditLimit;
  }

  public String requestedBy() {
    return requestedBy;
  }

  public long requestedAt() {
    return requestedAt;
  }

  public String reason() {
    return reason;
  }
}
