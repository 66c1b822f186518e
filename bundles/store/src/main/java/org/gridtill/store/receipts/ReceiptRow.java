package org.gridtill.store.receipts;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A receipt. Only its being void may change, once. */
@Entity
@Table(name = "gt_receipt")
public class ReceiptRow {

  @Id
  @Column(name = "serial_no")
  private long serialNo;

  @Column(name = "receipt_no")
  private String receiptNo;

  @Column(name = "issued_at")
  private long issuedAt;

  @Column(name = "voided")
  private int voided;

  @Column(name = "receipt_text")
  private String text;

  /** For the persistence provider. */
  protected ReceiptRow() {}

  /** A valid receipt of a payment; the time in milliseconds since 1970. */
  public ReceiptRow(long serialNo, String receiptNo, long issuedAt, String text) {
    this.serialNo = serialNo;
    this.receiptNo = receiptNo;
    this.issuedAt = issuedAt;
    this.text = text;
  }

  public long serialNo() {
    return serialNo;
  }

  public String receiptNo() {
    return receiptNo;
  }

  public long issuedAt() {
    return issuedAt;
  }

  public boolean voided() {
    return voided != 0;
  }

  public String text() {
    return text;
  }
}
