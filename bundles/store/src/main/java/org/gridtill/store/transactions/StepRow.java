package org.gridtill.store.transactions;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** One step in the life of a transaction. Only ever inserted. */
@Entity
@Table(name = "gt_transaction_step")
@IdClass(StepRow.Key.class)
public class StepRow {

  private static final int WORDS_LENGTH = 300;

  @Id
  @Column(name = "serial_no")
  private long serialNo;

  @Id
  @Column(name = "step_no")
  private int stepNo;

  @Column(name = "done_at")
  private long doneAt;

  @Column(name = "fact")
  private String fact;

  @Column(name = "from_state")
  private String fromState;

  @Column(name = "event")
  private String event;

  @Column(name = "to_state")
  private String toState;

  @Column(name = "words")
  private String words;

  /** For the persistence provider. */
  protected StepRow() {}

  /** A step; the time in milliseconds since 1970. */
  public StepRow(long serialNo, int stepNo, long doneAt, Change change, String words) {
    this.serialNo = serialNo;
    this.stepNo = stepNo;
    this.doneAt = doneAt;
    this.fact = change.fact();
    this.fromState = change.from();
    this.event = change.event();
    this.toState = change.to();
    this.words = words.length() <= WORDS_LENGTH ? words : words.substring(0, WORDS_LENGTH);
  }

  /** What changed, all by name; the state before is empty for the first step. */
  public record Change(String fact, String from, String event, String to) {}

  public int stepNo() {
    return stepNo;
  }

  public long doneAt() {
    return doneAt;
  }

  public String fact() {
    return fact;
  }

  public String fromState() {
    return fromState;
  }

  public String event() {
    return event;
  }

  public String toState() {
    return toState;
  }

  public String words() {
    return words;
  }

  /** The key, as the persistence provider needs it. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    public long serialNo;
    public int stepNo;

    /** For the persistence provider. */
    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.serialNo == serialNo && key.stepNo == stepNo;
    }

    @Override
    public int hashCode() {
      return Objects.hash(serialNo, stepNo);
    }
  }
}
