package org.gridtill.store.people;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** An act that waits for a second person, or waited. Its state is changed by statements alone. */
@Entity
@Table(name = "gt_approval")
public class ApprovalRow {

  @Id
  @Column(name = "number")
  private long number;

  @Column(name = "kind")
  private String kind;

  @Column(name = "subject")
  private String subject;

  @Column(name = "roles")
  private String roles;

  @Column(name = "unit")
  private String unit;

  @Column(name = "certificate")
  private String certificate;

  @Column(name = "fingerprint")
  private String fingerprint;

  @Column(name = "was")
  private String was;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "second_half")
  private String secondHalf;

  @Column(name = "state")
  private String state;

  @Column(name = "requested_by")
  private String requestedBy;

  @Column(name = "requested_at")
  private long requestedAt;

  @Column(name = "expires_at")
  private long expiresAt;

  @Column(name = "decided_by")
  private String decidedBy;

  /** For the persistence provider. */
  protected ApprovalRow() {}

  /** A request; times in milliseconds since 1970. */
  public ApprovalRow(
      long number,
      String kind,
      String subject,
      String requestedBy,
      long requestedAt,
      long expiresAt) {
    this.number = number;
    this.kind = kind;
    this.subject = subject;
    this.requestedBy = requestedBy;
    this.requestedAt = requestedAt;
    this.expiresAt = expiresAt;
    state = "REQUESTED";
    roles = "";
  }

  /** Adds what becomes of a person, and how they are now; null where nothing is. */
  public void setPerson(String newRoles, String newUnit, String now) {
    roles = newRoles;
    unit = newUnit;
    was = now;
  }

  /** Adds a vendor's certificate. */
  public void setVendor(String pem, String print) {
    certificate = pem;
    fingerprint = print;
  }

  /** Adds the password that the person gets: as a hash, and the half that is not given out yet. */
  public void setPassword(String hash, String half) {
    passwordHash = hash;
    secondHalf = half;
  }

  public long number() {
    return number;
  }

  public String kind() {
    return kind;
  }

  public String subject() {
    return subject;
  }

  /** With commas between; empty if they do not change. */
  public String roles() {
    return roles == null ? "" : roles;
  }

  public String unit() {
    return unit;
  }

  public String certificate() {
    return certificate;
  }

  public String fingerprint() {
    return fingerprint;
  }

  public String was() {
    return was;
  }

  public String passwordHash() {
    return passwordHash;
  }

  public String secondHalf() {
    return secondHalf;
  }

  public String state() {
    return state;
  }

  public String requestedBy() {
    return requestedBy;
  }

  public long requestedAt() {
    return requestedAt;
  }

  public long expiresAt() {
    return expiresAt;
  }

  public String decidedBy() {
    return decidedBy;
  }
}
