package org.gridtill.store.terminals;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** An alarm. Changes by single updates only. Times are in milliseconds since 1970. */
@Entity
@Table(name = "gt_guard_alarm")
@IdClass(GuardAlarmKey.class)
public class GuardAlarmRow {

  @Id
  @Column(name = "terminal_code")
  private String terminalCode;

  @Id
  @Column(name = "guard")
  private String guard;

  @Id
  @Column(name = "reason")
  private String reason;

  @Column(name = "detail")
  private String detail;

  @Column(name = "refusals")
  private long count;

  @Column(name = "first_at")
  private long firstAt;

  @Column(name = "last_at")
  private long lastAt;

  /** For the persistence provider. */
  protected GuardAlarmRow() {}

  /** One with all its values. */
  public GuardAlarmRow(
      String terminalCode,
      String guard,
      String reason,
      String detail,
      long count,
      long firstAt,
      long lastAt) {
    this.terminalCode = terminalCode;
    this.guard = guard;
    this.reason = reason;
    this.detail = detail;
    this.count = count;
    this.firstAt = firstAt;
    this.lastAt = lastAt;
  }

  public String terminalCode() {
    return terminalCode;
  }

  public String guard() {
    return guard;
  }

  public String reason() {
    return reason;
  }

  public String detail() {
    return detail;
  }

  public long count() {
    return count;
  }

  public long firstAt() {
    return firstAt;
  }

  public long lastAt() {
    return lastAt;
  }
}
