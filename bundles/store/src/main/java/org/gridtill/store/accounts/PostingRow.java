package org.gridtill.store.accounts;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** One line of a journal entry. Written once, never changed. */
@Entity
@IdClass(PostingRow.Key.class)
@Table(name = "gt_posting")
public class PostingRow {

  @Id
  @Column(name = "kind")
  private String kind;

  @Id
  @Column(name = "serial_no")
  private long serialNo;

  @Id
  @Column(name = "line_no")
  private int lineNo;

  @Column(name = "account")
  private String account;

  @Column(name = "amount")
  private long amount;

  /** For the persistence provider. */
  protected PostingRow() {}

  /** A line; the amount in fen, positive for a debit. */
  public PostingRow(JournalEntryKey entry, int lineNo, String account, long amount) {
    this.kind = entry.kind;
    this.serialNo = entry.serialNo;
    this.lineNo = lineNo;
    this.account = account;
    this.amount = amount;
  }

  public String kind() {
    return kind;
  }

  public long serialNo() {
    return serialNo;
  }

  public int lineNo() {
    return lineNo;
  }

  public String account() {
    return account;
  }

  public long amount() {
    return amount;
  }

  /** The primary key, in the form that JPA asks for. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    public String kind;
    public long serialNo;
    public int lineNo;

    /** For the persistence provider. */
    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.serialNo == serialNo
          && key.lineNo == lineNo
          && key.kind.equals(kind);
    }

    @Override
    public int hashCode() {
      return Objects.hash(kind, serialNo, lineNo);
    }
  }
}
