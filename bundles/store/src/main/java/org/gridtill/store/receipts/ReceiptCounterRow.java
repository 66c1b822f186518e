package org.gridtill.store.receipts;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The number of the next receipt of an agency; taken by a conditional update. */
@Entity
@Table(name = "gt_receipt_counter")
public class ReceiptCounterRow {

  @Id
  @Column(name = "agency_code")
  private String agencyCode;

  @Column(name = "next_no")
  private long nextNo;

  /** For the persistence provider. */
  protected ReceiptCounterRow() {}

  /** A counter that starts with the given number. */
  public ReceiptCounterRow(String agencyCode, long nextNo) {
    this.agencyCode = agencyCode;
    this.nextNo = nextNo;
  }

  public String agencyCode() {
    return agencyCode;
  }

  public long nextNo() {
    return nextNo;
  }
}
