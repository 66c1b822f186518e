package org.gridtill.store.certificates;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** What another authority has said to be revoked. Times are in milliseconds since 1970. */
@Entity
@Table(name = "gt_foreign_revocation")
@IdClass(ForeignRevocationKey.class)
public class ForeignRevocationRow {

  @Id
  @Column(name = "authority")
  private String authority;

  @Id
  @Column(name = "serial_no")
  private String serialNo;

  @Column(name = "reason")
  private String reason;

  @Column(name = "revoked_at")
  private long revokedAt;

  /** For the persistence provider. */
  protected ForeignRevocationRow() {}

  /** One with all its values. */
  public ForeignRevocationRow(String authority, String serialNo, String reason, long revokedAt) {
    this.authority = authority;
    this.serialNo = serialNo;
    this.reason = reason;
    this.revokedAt = revokedAt;
  }

  public String authority() {
    return authority;
  }

  public String serialNo() {
    return serialNo;
  }

  public String reason() {
    return reason;
  }

  public long revokedAt() {
    return revokedAt;
  }
}
