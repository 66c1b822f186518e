package org.gridtill.store.accounts;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The head of a journal entry. Written once, never changed. */
@Entity
@Table(name = "gt_journal_entry")
public class JournalEntryRow {

  @Id
  @Column(name = "serial_no")
  private long serialNo;

  @Column(name = "mirrors")
  private Long mirrors;

  @Column(name = "accounting_date")
  private LocalDate accountingDate;

  @Column(name = "posted_at")
  private long postedAt;

  /** For the persistence provider. */
  protected JournalEntryRow() {}

  /** The head of an entry; the time in milliseconds since 1970. */
  public JournalEntryRow(long serialNo, Long mirrors, LocalDate accountingDate, long postedAt) {
    this.serialNo = serialNo;
    this.mirrors = mirrors;
    this.accountingDate = accountingDate;
    this.postedAt = postedAt;
  }

  public long serialNo() {
    return serialNo;
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
