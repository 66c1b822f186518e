package org.gridtill.store.credit;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** A slip of the bank for a fund batch; the amount in fen. Written once. */
@Entity
@IdClass(FundSlipRow.Key.class)
@Table(name = "gt_fund_slip")
public class FundSlipRow {

  @Id
  @Column(name = "batch")
  private long batch;

  @Id
  @Column(name = "slip_no")
  private String slipNo;

  @Column(name = "amount")
  private long amount;

  @Column(name = "noted_at")
  private long notedAt;

  @Column(name = "noted_by")
  private String notedBy;

  /** For the persistence provider. */
  protected FundSlipRow() {}

  /** A slip; the time in milliseconds since 1970. */
  public FundSlipRow(long batch, String slipNo, long amount, long notedAt, String notedBy) {
    this.batch = batch;
    this.slipNo = slipNo;
    this.amount = amount;
    this.notedAt = notedAt;
    this.notedBy = notedBy;
  }

  public long batch() {
    return batch;
  }

  public String slipNo() {
    return slipNo;
  }

  public long amount() {
    return amount;
  }

  public long notedAt() {
    return notedAt;
  }

  public String notedBy() {
    return notedBy;
  }

  /** The primary key, in the form that JPA asks for. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    public long batch;
    public String slipNo;

    /** For the persistence provider. */
    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.batch == batch && key.slipNo.equals(slipNo);
    }

    @Override
    public int hashCode() {
      return Objects.hash(batch, slipNo);
    }
  }
}
