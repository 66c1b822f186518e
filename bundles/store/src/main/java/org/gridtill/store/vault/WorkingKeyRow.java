package org.gridtill.store.vault;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** One generation of a terminal's working keys, wrapped. Only the wrapping changes. */
@Entity
@IdClass(WorkingKeyRow.Key.class)
@Table(name = "gt_working_key")
public class WorkingKeyRow {

  @Id
  @Column(name = "terminal_code")
  private String terminalCode;

  @Id
  @Column(name = "generation")
  private long generation;

  @Column(name = "version")
  private long version;

  @Column(name = "suite")
  private String suite;

  @Column(name = "wrapped_pin_key")
  private String wrappedPinKey;

  @Column(name = "wrapped_mac_key")
  private String wrappedMacKey;

  @Column(name = "vault_key_id")
  private String vaultKeyId;

  @Column(name = "issued_at")
  private long issuedAt;

  /** For the persistence provider. */
  protected WorkingKeyRow() {}

  /**
   * A generation of keys.
   *
   * @param terminalCode the terminal
   * @param generation which of its working keys
   * @param version the version of the master key that they were issued under
   * @param suite the ciphers that they are for
   * @param wrappedPinKey the PIN key, wrapped, in hexadecimal
   * @param wrappedMacKey the MAC key, wrapped, in hexadecimal
   * @param vaultKeyId names the key they are wrapped under
   * @param issuedAt when they were issued, in milliseconds since 1970
   */
  public WorkingKeyRow(
      String terminalCode,
      long generation,
      long version,
      String suite,
      String wrappedPinKey,
      String wrappedMacKey,
      String vaultKeyId,
      long issuedAt) {
    this.terminalCode = terminalCode;
    this.generation = generation;
    this.version = version;
    this.suite = suite;
    this.wrappedPinKey = wrappedPinKey;
    this.wrappedMacKey = wrappedMacKey;
    this.vaultKeyId = vaultKeyId;
    this.issuedAt = issuedAt;
  }

  public String terminalCode() {
    return terminalCode;
  }

  public long generation() {
    return generation;
  }

  public long version() {
    return version;
  }

  public String suite() {
    return suite;
  }

  public String wrappedPinKey() {
    return wrappedPinKey;
  }

  public String wrappedMacKey() {
    return wrappedMacKey;
  }

  public String vaultKeyId() {
    return vaultKeyId;
  }

  public long issuedAt() {
    return issuedAt;
  }

  /** The primary key. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private String terminalCode;
    private long generation;

    /** For the persistence provider. */
    public Key() {}

    /** The key of that generation of the terminal's working keys. */
    public Key(String terminalCode, long generation) {
      this.terminalCode = terminalCode;
      this.generation = generation;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && generation == that.generation
          && Objects.equals(terminalCode, that.terminalCode);
    }

    @Override
    public int hashCode() {
      return Objects.hash(terminalCode, generation);
    }
  }
}
