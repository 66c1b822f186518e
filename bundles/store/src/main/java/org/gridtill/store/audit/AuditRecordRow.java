package org.gridtill.store.audit;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A record of the audit trail. The database itself refuses to change or delete its row. */
@Entity
@Table(name = "gt_audit_record")
public class AuditRecordRow {

  @Id
  @Column(name = "record_no")
  private long recordNo;

  @Column(name = "recorded_at")
  private long recordedAt;

  @Column(name = "person")
  private String person;

  @Column(name = "origin")
  private String origin;

  @Column(name = "act")
  private String act;

  @Column(name = "subject")
  private String subject;

  @Column(name = "outcome")
  private String outcome;

  @Column(name = "value_before")
  private String before;

  @Column(name = "value_after")
  private String after;

  @Column(name = "details")
  private String details;

  @Column(name = "previous_hash")
  private String previousHash;

  @Column(name = "record_hash")
  private String hash;

  /** For the persistence provider. */
  protected AuditRecordRow() {}

  /** A record; the time in milliseconds since 1970. */
  public AuditRecordRow(
      long recordNo,
      long recordedAt,
      String person,
      String origin,
      String act,
      String subject,
      String outcome,
      String before,
      String after,
      String details,
      String previousHash,
      String hash) {
    this.recordNo = recordNo;
    this.recordedAt = recordedAt;
    this.person = person;
    this.origin = origin;
    this.act = act;
    this.subject = subject;
    this.outcome = outcome;
    this.before = before;
    this.after = after;
    this.details = details;
    this.previousHash = previousHash;
    this.hash = hash;
  }

  public long recordNo() {
    return recordNo;
  }

  public long recordedAt() {
    return recordedAt;
  }

  public String person() {
    return person;
  }

  public String origin() {
    return origin;
  }

  public String act() {
    return act;
  }

  public String subject() {
    return subject;
  }

  public String outcome() {
    return outcome;
  }

  public String before() {
    return before;
  }

  public String after() {
    return after;
  }

  public String details() {
    return details;
  }

  public String previousHash() {
    return previousHash;
  }

  public String hash() {
    return hash;
  }
}
