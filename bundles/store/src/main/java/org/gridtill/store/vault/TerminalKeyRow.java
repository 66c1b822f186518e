package org.gridtill.store.vault;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * Which versions of a terminal's master key and which generations of its working keys are in use; 0
 * is none. Changes by conditional updates only. The row outlives the keys, so that no number is
 * ever used for another key.
 */
@Entity
@Table(name = "gt_terminal_key")
public class TerminalKeyRow {

  @Id
  @Column(name = "terminal_code")
  private String terminalCode;

  @Column(name = "last_version")
  private long lastVersion;

  @Column(name = "current_version")
  private long currentVersion;

  @Column(name = "former_version")
  private long formerVersion;

  @Column(name = "last_generation")
  private long lastGeneration;

  @Column(name = "pending_generation")
  private long pendingGeneration;

  @Column(name = "current_generation")
  private long currentGeneration;

  @Column(name = "previous_generation")
  private long previousGeneration;

  @Column(name = "previous_until")
  private long previousUntil;

  /** For the persistence provider. */
  protected TerminalKeyRow() {}

  /**
   * A terminal that has the first version of its master key and no working keys.
   *
   * @param terminalCode the terminal
   */
  public TerminalKeyRow(String terminalCode) {
    this.terminalCode = terminalCode;
    this.lastVersion = 1;
    this.currentVersion = 1;
  }

  public String terminalCode() {
    return terminalCode;
  }

  public long lastVersion() {
    return lastVersion;
  }

  public long currentVersion() {
    return currentVersion;
  }

  public long formerVersion() {
    return formerVersion;
  }

  public long lastGeneration() {
    return lastGeneration;
  }

  public long pendingGeneration() {
    return pendingGeneration;
  }

  public long currentGeneration() {
    return currentGeneration;
  }

  public long previousGeneration() {
    return previousGeneration;
  }

  /** Returns until when the previous generation is valid, in milliseconds since 1970. */
  public long previousUntil() {
    return previousUntil;
  }
}
