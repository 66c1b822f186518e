package org.gridtill.store.credit;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * An agency or collector, with the amounts of its own row and of its shares added up. Only read;
 * everything that changes does so by conditional updates of the tables below. Amounts in fen.
 */
@Entity
@Table(name = "gt_holder_total")
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
  private String reason;

  @Column(name = "credit_limit")
  private long creditLimit;

  @Column(name = "net_position")
  private long netPosition;

  @Column(name = "reserved")
  private long reserved;

  @Column(name = "changes")
  private long changes;

  @Column(name = "alerted")
  private int alerted;

  @Column(name = "contact")
  private String contact;

  @Column(name = "language")
  private String language;

  /** For the persistence provider. */
  protected HolderRow() {}

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
