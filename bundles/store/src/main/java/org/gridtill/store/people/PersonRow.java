package org.gridtill.store.people;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Somebody who may log in. Changed by statements alone, so that each names the state it needs. */
@Entity
@Table(name = "gt_person")
public class PersonRow {

  @Id
  @Column(name = "name")
  private String name;

  @Column(name = "roles")
  private String roles;

  @Column(name = "unit")
  private String unit;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "must_change")
  private int mustChange;

  @Column(name = "one_time_until")
  private Long oneTimeUntil;

  @Column(name = "locked")
  private int locked;

  @Column(name = "failures")
  private int failures;

  @Column(name = "locked_until")
  private long lockedUntil;

  @Column(name = "last_login_at")
  private Long lastLoginAt;

  /** For the persistence provider. */
  protected PersonRow() {}

  /** Somebody who has never logged in; times in milliseconds since 1970. */
  public PersonRow(
      String name,
      String roles,
      String unit,
      String passwordHash,
      boolean mustChange,
      Long oneTimeUntil) {
    this.name = name;
    this.roles = roles;
    this.unit = unit;
    this.passwordHash = passwordHash;
    this.mustChange = mustChange ? 1 : 0;
    this.oneTimeUntil = oneTimeUntil;
  }

  public String name() {
    return name;
  }

  public String roles() {
    return roles;
  }

  public String unit() {
    return unit;
  }

  public String passwordHash() {
    return passwordHash;
  }

  public boolean mustChange() {
    return mustChange != 0;
  }

  public Long oneTimeUntil() {
    return oneTimeUntil;
  }

  public boolean locked() {
    return locked != 0;
  }

  public int failures() {
    return failures;
  }

  public long lockedUntil() {
    return lockedUntil;
  }

  public Long lastLoginAt() {
    return lastLoginAt;
  }
}
