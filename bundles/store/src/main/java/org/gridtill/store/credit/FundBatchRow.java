package org.gridtill.store.credit;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * A fund batch. Changed under the lock on the counter of fund batches only. Amounts in fen, times
 * in milliseconds since 1970.
 */
@Entity
@Table(name = "gt_fund_batch")
public class FundBatchRow {

  @Id
  @Column(name = "batch")
  private long batch;

  @Column(name = "agency_code")
  private String agencyCode;

  @Column(name = "collector_code")
  private String collectorCode;

  @Column(name = "state")
  private String state;

  @Column(name = "first_day")
  private LocalDate firstDay;

  @Column(name = "last_day")
  private LocalDate lastDay;

  @Column(name = "transactions")
  private int transactions;

  @Column(name = "collected")
  private long collected;

  @Column(name = "due")
  private long due;

  @Column(name = "deposited")
  private long deposited;

  @Column(name = "arrived")
  private long arrived;

  @Column(name = "closed_at")
  private long closedAt;

  @Column(name = "closed_by")
  private String closedBy;

  @Column(name = "settled_at")
  private Long settledAt;

  @Column(name = "accepted_by")
  private String acceptedBy;

  @Column(name = "accepted_why")
  private String acceptedWhy;

  /** For the persistence provider. */
  protected FundBatchRow() {}

  /**
   * A batch of which nothing is known yet but what it is of.
   *
   * @param collectorCode empty if a whole agency remits
   */
  public FundBatchRow(long batch, String agencyCode, String collectorCode, String state) {
    this.batch = batch;
    this.agencyCode = agencyCode;
    this.collectorCode = collectorCode;
    this.state = state;
  }

  /** Says who closed it when. */
  public void closed(long at, String by) {
    this.closedAt = at;
    this.closedBy = by;
  }

  /** Adds transactions that somebody has collected. */
  public void add(int count, long amount, LocalDate first, LocalDate last) {
    transactions += count;
    collected += amount;
    firstDay = firstDay == null || first.isBefore(firstDay) ? first : firstDay;
    lastDay = lastDay == null || last.isAfter(lastDay) ? last : lastDay;
  }

  /** Says what must arrive at the bank. */
  public void due(long fen) {
    this.due = fen;
  }

  /** Changes the state. */
  public void state(String now) {
    this.state = now;
  }

  /** Adds the amount of a bank's slip. */
  public void addDeposited(long fen) {
    deposited += fen;
  }

  /** Adds what has arrived at the bank. */
  public void addArrived(long fen) {
    arrived += fen;
  }

  /** Says when it was settled. */
  public void settled(long at) {
    this.settledAt = at;
  }

  /** Says who accepted that too little has arrived, and why. */
  public void accepted(String by, String why) {
    this.acceptedBy = by;
    this.acceptedWhy = why;
  }

  public long batch() {
    return batch;
  }

  public String agencyCode() {
    return agencyCode;
  }

  public String collectorCode() {
    return collectorCode;
  }

  public String state() {
    return state;
  }

  public LocalDate firstDay() {
    return firstDay;
  }

  public LocalDate lastDay() {
    return lastDay;
  }

  public int transactions() {
    return transactions;
  }

  public long collected() {
    return collected;
  }

  public long due() {
    return due;
  }

  public long deposited() {
    return deposited;
  }

  public long arrived() {
    return arrived;
  }

  public long closedAt() {
    return closedAt;
  }

  public String closedBy() {
    return closedBy;
  }

  public Long settledAt() {
    return settledAt;
  }

  public String acceptedBy() {
    return acceptedBy;
  }

  public String acceptedWhy() {
    return acceptedWhy;
  }
}
