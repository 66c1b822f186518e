package org.gridtill.store.terminals;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** A shift. Changes by single updates only. Times are in milliseconds since 1970. */
@Entity
@Table(name = "gt_shift")
@IdClass(ShiftKey.class)
public class ShiftRow {

  @Id
  @Column(name = "terminal_code")
  private String terminalCode;

  @Id
  @Column(name = "shift_no")
  private long shiftNo;

  @Column(name = "card_no")
  private String cardNo;

  @Column(name = "agency_code")
  private String agencyCode;

  @Column(name = "collector_code")
  private String collectorCode;

  @Column(name = "iccid")
  private String iccid;

  @Column(name = "opened_at")
  private long openedAt;

  @Column(name = "closed_at")
  private Long closedAt;

  @Column(name = "closed_because")
  private String closedBecause;

  /** For the persistence provider. */
  protected ShiftRow() {}

  /** One with all its values. */
  public ShiftRow(
      String terminalCode,
      long shiftNo,
      String cardNo,
      String agencyCode,
      String collectorCode,
      String iccid,
      long openedAt,
      Long closedAt,
      String closedBecause) {
    this.terminalCode = terminalCode;
    this.shiftNo = shiftNo;
    this.cardNo = cardNo;
    this.agencyCode = agencyCode;
    this.collectorCode = collectorCode;
    this.iccid = iccid;
    this.openedAt = openedAt;
    this.closedAt = closedAt;
    this.closedBecause = closedBecause;
  }

  public String terminalCode() {
    return terminalCode;
  }

  public long shiftNo() {
    return shiftNo;
  }

  public String cardNo() {
    return cardNo;
  }

  public String agencyCode() {
    return agencyCode;
  }

  public String collectorCode() {
    return collectorCode;
  }

  public String iccid() {
    return iccid;
  }

  public long openedAt() {
    return openedAt;
  }

  public Long closedAt() {
    return closedAt;
  }

  public String closedBecause() {
    return closedBecause;
  }
}
