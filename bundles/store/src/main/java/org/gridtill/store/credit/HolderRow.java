package org.gridtill.store.credit;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * An agency or collector. What is written here is written once; everything that changes does so by
 * conditional updates only. Amounts in fen, times in milliseconds since 1970.
 */
@Entity
@Table(name = "gt_holder")
public class HolderRow {

  @Id
  @Column(name = "holder")
  private String holder;

  @Column(name = "agency_code")
  private String agencyCode;

  @Column(name = "collector_code")
  private String collectorCode;

  @Column(name = "parent")
  private String parent;

  @Column(name = "name")
  private String name;

  @Column(name = "state")
  private String state;

  @Column(name = "reason")
  private String reason = "";

  @Column(name = "credit_limit")
  private long creditLimit;

  @Column(name = "net_position")
  private long netPosition;

  @Column(name = "reserved")
  private long reserved;

  @Column(name = "used_since")
  private Long usedSince;

  @Column(name = "changes")
  private long changes;

  @Column(name = "alerted")
  private int alerted;

  @Column(name = "contact")
  private String contact = "";

  @Column(name = "language")
  private String language = "zh";

  /** For the persistence provider. */
  protected HolderRow() {}

  /**
   * A holder who may hold nothing yet.
   *
   * @param holder the codes, as the platform's API writes them
   * @param collectorCode empty for an agency
   * @param parent who stands above; empty if nobody does
   */
  public HolderRow(
      String holder,
      String agencyCode,
      String collectorCode,
      String parent,
      String name,
      String state) {
    this.holder = holder;
    this.agencyCode = agencyCode;
    this.collectorCode = collectorCode;
    this.parent = parent;
    this.name = name;
    this.state = state;
  }

  /** Says where messages to a new holder go. */
  public void reach(String address, String inLanguage) {
    this.contact = address;
    this.language = inLanguage;
  }

  public String holder() {
    return holder;
  }

  public String agencyCode() {
    return agencyCode;
  }

  public String collectorCode() {
    return collectorCode;
  }

  public String parent() {
    return parent;
  }

  public String name() {
    return name;
  }

  public String state() {
    return state;
  }

  public String reason() {
    return reason;
  }

  public long creditLimit() {
    return creditLimit;
  }

  public long netPosition() {
    return netPosition;
  }

  public long reserved() {
    return reserved;
  }

  public Long usedSince() {
    return usedSince;
  }

  public long changes() {
    return changes;
  }

  public int alerted() {
    return alerted;
  }

  public String contact() {
    return contact;
  }

  public String language() {
    return language;
  }
}
