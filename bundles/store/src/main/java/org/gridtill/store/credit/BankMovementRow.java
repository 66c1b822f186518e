package org.gridtill.store.credit;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * A line of a bank's statement. Only whose it is may change, once, under the lock on the counter of
 * bank movements. The amount in fen, times in milliseconds since 1970.
 */
@Entity
@Table(name = "gt_bank_movement")
public class BankMovementRow {

  @Id
  @Column(name = "movement")
  private long movement;

  @Column(name = "bank_reference")
  private String bankReference;

  @Column(name = "value_date")
  private LocalDate valueDate;

  @Column(name = "amount")
  private long amount;

  @Column(name = "payer")
  private String payer;

  @Column(name = "payment_text")
  private String text;

  @Column(name = "batch")
  private Long batch;

  @Column(name = "agency_code")
  private String agencyCode;

  @Column(name = "imported_at")
  private long importedAt;

  @Column(name = "imported_by")
  private String importedBy;

  @Column(name = "assignment")
  private Long assignment;

  @Column(name = "assigned_at")
  private Long assignedAt;

  @Column(name = "assigned_by")
  private String assignedBy;

  /** For the persistence provider. */
  protected BankMovementRow() {}

  /** A movement that nobody can explain yet. */
  public BankMovementRow(long movement, String bankReference, LocalDate valueDate, long amount) {
    this.movement = movement;
    this.bankReference = bankReference;
    this.valueDate = valueDate;
    this.amount = amount;
  }

  /** Says what the bank says in words. */
  public void says(String whoPays, String words) {
    this.payer = whoPays;
    this.text = words;
  }

  /** Says who imported it when. */
  public void imported(long at, String by) {
    this.importedAt = at;
    this.importedBy = by;
  }

  /**
   * Says whose it is.
   *
   * @param ofBatch the fund batch; null for an agency's own money
   */
  public void belongsTo(Long ofBatch, String ofAgency) {
    this.batch = ofBatch;
    this.agencyCode = ofAgency;
  }

  /**
   * Says who has found out whose it is.
   *
   * @param number the number under which the journal has it
   */
  public void assigned(long number, long at, String by) {
    this.assignment = number;
    this.assignedAt = at;
    this.assignedBy = by;
  }

  public long movement() {
    return movement;
  }

  public String bankReference() {
    return bankReference;
  }

  public LocalDate valueDate() {
    return valueDate;
  }

  public long amount() {
    return amount;
  }

  public String payer() {
    return payer;
  }

  public String text() {
    return text;
  }

  public Long batch() {
    return batch;
  }

  public String agencyCode() {
    return agencyCode;
  }

  public long importedAt() {
    return importedAt;
  }

  public String importedBy() {
    return importedBy;
  }

  public Long assignment() {
    return assignment;
  }

  public Long assignedAt() {
    return assignedAt;
  }

  public String assignedBy() {
    return assignedBy;
  }
}
