package org.gridtill.store.accounts;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** The head of a journal entry. Written once, never changed. */
@Entity
@IdClass(JournalEntryKey.class)
@Table(name = "gt_journal_entry")
public class JournalEntryRow {

  @Id
  @Column(name = "kind")
  private String kind;

  @Id
  @Column(name = "serial_no")
  private long serialNo;

  @Column(name = "mirrors_kind")
  private String mirrorsKind;

  @Column(name = "mirrors")
  private Long mirrors;

  @Column(name = "accounting_date")
  private LocalDate accountingDate;

  @Column(name = "posted_at")
  private long postedAt;

  /** For the persistence provider. */
  protected JournalEntryRow() {}

  /** The head of an entry that mirrors none; the time in milliseconds since 1970. */
  public JournalEntryRow(JournalEntryKey key, LocalDate accountingDate, long postedAt) {
    this.kind = key.kind;
    this.serialNo = key.serialNo;
    this.accountingDate = accountingDate;
    this.postedAt = postedAt;
  }

  /** Makes it mirror another entry; before it is written. */
  public void mirror(JournalEntryKey other) {
    this.mirrorsKind = other.kind;
    this.mirrors = other.serialNo;
  }

  public String kind() {
    return kind;
  }

  public long serialNo() {
    return serialNo;
  }

  /** Returns the kind of the entry that this one mirrors; null if it mirrors none. */
  public String mirrorsKind() {
    return mirrorsKind;
  }

  public Long mirrors() {
    return mirrors;
  }

  public LocalDate accountingDate() {
    return accountingDate;
  }

  public long postedAt() {
    return postedAt;
  }
}
