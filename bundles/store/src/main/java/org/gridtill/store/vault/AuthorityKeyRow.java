package org.gridtill.store.vault;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * A private key of the platform's own certificate authority, wrapped. Times are in milliseconds
 * since 1970.
 */
@Entity
@Table(name = "gt_authority_key")
public class AuthorityKeyRow {

  @Id
  @Column(name = "key_number")
  private long number;

  @Column(name = "public_key")
  private String publicKey;

  @Column(name = "wrapped_key")
  private String wrappedKey;

  @Column(name = "vault_key_id")
  private String vaultKeyId;

  @Column(name = "made_at")
  private long madeAt;

  @Column(name = "made_by")
  private String madeBy;

  /** For the persistence provider. */
  protected AuthorityKeyRow() {}

  /** One with all its values. */
  public AuthorityKeyRow(
      long number,
      String publicKey,
      String wrappedKey,
      String vaultKeyId,
      long madeAt,
      String madeBy) {
    this.number = number;
    this.publicKey = publicKey;
    this.wrappedKey = wrappedKey;
    this.vaultKeyId = vaultKeyId;
    this.madeAt = madeAt;
    this.madeBy = madeBy;
  }

  public long number() {
    return number;
  }

  public String publicKey() {
    return publicKey;
  }

  public String wrappedKey() {
    return wrappedKey;
  }

  public String vaultKeyId() {
    return vaultKeyId;
  }

  public long madeAt() {
    return madeAt;
  }

  public String madeBy() {
    return madeBy;
  }
}
