package org.gridtill.store.credit;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** What one holder has collected of a fund batch, in fen. Written once. */
@Entity
@IdClass(FundPartRow.Key.class)
@Table(name = "gt_fund_part")
public class FundPartRow {

  @Id
  @Column(name = "batch")
  private long batch;

  @Id
  @Column(name = "holder")
  private String holder;

  @Column(name = "transactions")
  private int transactions;

  @Column(name = "amount")
  private long amount;

  /** For the persistence provider. */
  protected FundPartRow() {}

  /** A holder's part of a batch. */
  public FundPartRow(long batch, String holder, int transactions, long amount) {
    this.batch = batch;
    this.holder = holder;
    this.transactions = transactions;
    this.amount = amount;
  }

  public long batch() {
    return batch;
  }

  public String holder() {
    return holder;
  }

  public int transactions() {
    return transactions;
  }

  public long amount() {
    return amount;
  }

  /** The primary key, in the form that JPA asks for. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    public long batch;
    public String holder;

    /** For the persistence provider. */
    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.batch == batch && key.holder.equals(holder);
    }

    @Override
    public int hashCode() {
      return Objects.hash(batch, holder);
    }
  }
}
