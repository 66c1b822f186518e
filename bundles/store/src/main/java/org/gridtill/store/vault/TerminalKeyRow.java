package org.gridtill.store.vault;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * A terminal's master key, wrapped, and which generations of its working keys are in use;
 * generation 0 is none. Changes by conditional updates only.
 */
@Entity
@Table(name = "gt_terminal_key")
public class TerminalKeyRow {

  @Id
  @Column(name = "terminal_code")
  private String terminalCode;

  @Column(name = "wrapped_key")
  private String wrappedKey;

  @Column(name = "vault_key_id")
  private String vaultKeyId;

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
   * A terminal that has a master key and no working keys.
   *
   * @param terminalCode the terminal
   * @param wrappedKey its master key, wrapped, in hexadecimal
   * @param vaultKeyId names the key it is wrapped under
   */
  public TerminalKeyRow(String terminalCode, String wrappedKey, String vaultKeyId) {
    this.terminalCode = terminalCode;
    this.wrappedKey = wrappedKey;
    this.vaultKeyId = vaultKeyId;
  }

  public String terminalCode() {
    return terminalCode;
  }

  public String wrappedKey() {
    return wrappedKey;
  }

  public String vaultKeyId() {
    return vaultKeyId;
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
