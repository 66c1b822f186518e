package org.gridtill.store.certificates;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A certificate of the platform's own authority. Times are in milliseconds since 1970. */
@Entity
@Table(name = "gt_authority")
public class AuthorityRow {

  @Id
  @Column(name = "key_number")
  private long number;

  @Column(name = "fingerprint")
  private String fingerprint;

  @Column(name = "certificate")
  private String certificate;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "created_by")
  private String createdBy;

  /** For the persistence provider. */
  protected AuthorityRow() {}

  /** One with all its values. */
  public AuthorityRow(
      long number, String fingerprint, String certificate, long createdAt, String createdBy) {
    this.number = number;
    this.fingerprint = fingerprint;
    this.certificate = certificate;
    this.createdAt = createdAt;
    this.createdBy = createdBy;
  }

  public long number() {
    return number;
  }

  public String fingerprint() {
    return fingerprint;
  }

  public String certificate() {
    return certificate;
  }

  public long createdAt() {
    return createdAt;
  }

  public String createdBy() {
    return createdBy;
  }
}
