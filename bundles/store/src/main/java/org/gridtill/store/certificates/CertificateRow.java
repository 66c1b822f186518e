package org.gridtill.store.certificates;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * A certificate that was issued here or registered. Revoked by single updates only. Times are in
 * milliseconds since 1970.
 */
@Entity
@Table(name = "gt_certificate")
public class CertificateRow {

  @Id
  @Column(name = "fingerprint")
  private String fingerprint;

  @Column(name = "once_key")
  private String onceKey;

  @Column(name = "serial_no")
  private String serialNo;

  @Column(name = "issuer_fingerprint")
  private String issuerFingerprint;

  @Column(name = "issuer")
  private String issuer;

  @Column(name = "cert_use")
  private String use;

  @Column(name = "holder")
  private String holder;

  @Column(name = "not_before")
  private long notBefore;

  @Column(name = "not_after")
  private long notAfter;

  @Column(name = "certificate")
  private String certificate;

  @Column(name = "registered_at")
  private long registeredAt;

  @Column(name = "registered_by")
  private String registeredBy;

  @Column(name = "revocation")
  private String revocation;

  @Column(name = "revoked_at")
  private Long revokedAt;

  @Column(name = "revoked_by")
  private String revokedBy;

  /** For the persistence provider. */
  protected CertificateRow() {}

  /** One that is good, with all its values; revocation is null then. */
  public CertificateRow(
      String fingerprint,
      String onceKey,
      String serialNo,
      String issuerFingerprint,
      String issuer,
      String use,
      String holder,
      long notBefore,
      long notAfter,
      String certificate,
      long registeredAt,
      String registeredBy,
      String revocation,
      Long revokedAt,
      String revokedBy) {
    this.fingerprint = fingerprint;
    this.onceKey = onceKey;
    this.serialNo = serialNo;
    this.issuerFingerprint = issuerFingerprint;
    this.issuer = issuer;
    this.use = use;
    this.holder = holder;
    this.notBefore = notBefore;
    this.notAfter = notAfter;
    this.certificate = certificate;
    this.registeredAt = registeredAt;
    this.registeredBy = registeredBy;
    this.revocation = revocation;
    this.revokedAt = revokedAt;
    this.revokedBy = revokedBy;
  }

  public String fingerprint() {
    return fingerprint;
  }

  public String onceKey() {
    return onceKey;
  }

  public String serialNo() {
    return serialNo;
  }

  public String issuerFingerprint() {
    return issuerFingerprint;
  }

  public String issuer() {
    return issuer;
  }

  public String use() {
    return use;
  }

  public String holder() {
    return holder;
  }

  public long notBefore() {
    return notBefore;
  }

  public long notAfter() {
    return notAfter;
  }

  public String certificate() {
    return certificate;
  }

  public long registeredAt() {
    return registeredAt;
  }

  public String registeredBy() {
    return registeredBy;
  }

  public String revocation() {
    return revocation;
  }

  public Long revokedAt() {
    return revokedAt;
  }

  public String revokedBy() {
    return revokedBy;
  }
}
