package org.gridtill.store.vault;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** One version of a terminal's master key, wrapped. Only the wrapping changes. */
@Entity
@IdClass(MasterKeyRow.Key.class)
@Table(name = "gt_master_key")
public class MasterKeyRow {

  @Id
  @Column(name = "terminal_code")
  private String terminalCode;

  @Id
  @Column(name = "version")
  private long version;

  @Column(name = "suite")
  private String suite;

  @Column(name = "wrapped_key")
  private String wrappedKey;

  @Column(name = "vault_key_id")
  private String vaultKeyId;

  @Column(name = "loaded_at")
  private long loadedAt;

  @Column(name = "loaded_by")
  private String loadedBy;

  /** For the persistence provider. */
  protected MasterKeyRow() {}

  /**
   * A key.
   *
   * @param terminalCode the terminal
   * @param version which of its master keys
   * @param suite the ciphers that it is for
   * @param wrappedKey the key, wrapped, in hexadecimal
   * @param vaultKeyId names the key it is wrapped under
   * @param loadedAt when it came, in milliseconds since 1970
   * @param loadedBy who gave its components
   */
  public MasterKeyRow(
      String terminalCode,
      long version,
      String suite,
      String wrappedKey,
      String vaultKeyId,
      long loadedAt,
      String loadedBy) {
    this.terminalCode = terminalCode;
    this.version = version;
    this.suite = suite;
    this.wrappedKey = wrappedKey;
    this.vaultKeyId = vaultKeyId;
    this.loadedAt = loadedAt;
    this.loadedBy = loadedBy;
  }

  public String terminalCode() {
    return terminalCode;
  }

  public long version() {
    return version;
  }

  public String suite() {
    return suite;
  }

  public String wrappedKey() {
    return wrappedKey;
  }

  public String vaultKeyId() {
    return vaultKeyId;
  }

  /** Returns when it came, in milliseconds since 1970; 0 if it came before that was noted. */
  public long loadedAt() {
    return loadedAt;
  }

  public String loadedBy() {
    return loadedBy;
  }

  /** The primary key. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private String terminalCode;
    private long version;

    /** For the persistence provider. */
    public Key() {}

    /** The key of that version of the terminal's master key. */
    public Key(String terminalCode, long version) {
      this.terminalCode = terminalCode;
      this.version = version;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && version == that.version
          && Objects.equals(terminalCode, that.terminalCode);
    }

    @Override
    public int hashCode() {
      return Objects.hash(terminalCode, version);
    }
  }
}
