package org.gridtill.store.vault;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The first component of a master key, wrapped, which waits for another person's. */
@Entity
@Table(name = "gt_key_component")
public class KeyComponentRow {

  @Id
  @Column(name = "terminal_code")
  private String terminalCode;

  @Column(name = "suite")
  private String suite;

  @Column(name = "renewal")
  private int renewal;

  @Column(name = "wrapped_component")
  private String wrappedComponent;

  @Column(name = "vault_key_id")
  private String vaultKeyId;

  @Column(name = "given_at")
  private long givenAt;

  @Column(name = "given_by")
  private String givenBy;

  /** For the persistence provider. */
  protected KeyComponentRow() {}

  /**
   * A component.
   *
   * @param terminalCode the terminal whose key it is for
   * @param suite the ciphers that the key is for
   * @param renewal whether the key takes the place of another
   * @param wrappedComponent the component, wrapped, in hexadecimal
   * @param vaultKeyId names the key it is wrapped under
   * @param givenAt when, in milliseconds since 1970
   * @param givenBy who gave it
   */
  public KeyComponentRow(
      String terminalCode,
      String suite,
      boolean renewal,
      String wrappedComponent,
      String vaultKeyId,
      long givenAt,
      String givenBy) {
    this.terminalCode = terminalCode;
    this.suite = suite;
    this.renewal = renewal ? 1 : 0;
    this.wrappedComponent = wrappedComponent;
    this.vaultKeyId = vaultKeyId;
    this.givenAt = givenAt;
    this.givenBy = givenBy;
  }

  public String terminalCode() {
    return terminalCode;
  }

  public String suite() {
    return suite;
  }

  public boolean renewal() {
    return renewal == 1;
  }

  public String wrappedComponent() {
    return wrappedComponent;
  }

  public String vaultKeyId() {
    return vaultKeyId;
  }

  /** Returns when it was given, in milliseconds since 1970. */
  public long givenAt() {
    return givenAt;
  }

  public String givenBy() {
    return givenBy;
  }
}
