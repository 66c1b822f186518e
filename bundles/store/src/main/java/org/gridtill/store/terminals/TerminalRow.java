package org.gridtill.store.terminals;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A terminal. Changes by single updates only. Times are in milliseconds since 1970. */
@Entity
@Table(name = "gt_terminal")
public class TerminalRow {

  @Id
  @Column(name = "terminal_code")
  private String terminalCode;

  @Column(name = "agency_code")
  private String agencyCode;

  @Column(name = "adapter")
  private String adapter;

  @Column(name = "kind")
  private String kind;

  @Column(name = "serial_no")
  private String serialNo;

  @Column(name = "status")
  private String status;

  @Column(name = "batch_no")
  private String batchNo;

  @Column(name = "signed_on_at")
  private Long signedOnAt;

  @Column(name = "last_seen_at")
  private Long lastSeenAt;

  @Column(name = "remote_address")
  private String remoteAddress;

  /** For the persistence provider. */
  protected TerminalRow() {}

  /** A terminal that has never been seen. */
  public TerminalRow(
      String terminalCode,
      String agencyCode,
      String adapter,
      String kind,
      String serialNo,
      String status,
      String batchNo) {
    this.terminalCode = terminalCode;
    this.agencyCode = agencyCode;
    this.adapter = adapter;
    this.kind = kind;
    this.serialNo = serialNo;
    this.status = status;
    this.batchNo = batchNo;
  }

  public String terminalCode() {
    return terminalCode;
  }

  public String agencyCode() {
    return agencyCode;
  }

  public String adapter() {
    return adapter;
  }

  public String kind() {
    return kind;
  }

  /** Returns the maker's number; null if it is not known. */
  public String serialNo() {
    return serialNo;
  }

  public String status() {
    return status;
  }

  public String batchNo() {
    return batchNo;
  }

  /** Returns when it last signed on; null if never. */
  public Long signedOnAt() {
    return signedOnAt;
  }

  /** Returns when it was last seen; null if never. */
  public Long lastSeenAt() {
    return lastSeenAt;
  }

  /** Returns where it was last seen; null if never. */
  public String remoteAddress() {
    return remoteAddress;
  }
}
