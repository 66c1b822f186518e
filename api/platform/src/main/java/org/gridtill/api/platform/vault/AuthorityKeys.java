package org.gridtill.api.platform.vault;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The private keys of the platform's own certificate authority: elliptic curve P-256, made here and
 * never handed out. Safe for use by several threads and nodes.
 */
@ProviderType
public interface AuthorityKeys {

  /** The algorithm of the signatures. */
  String ALGORITHM = "SHA256withECDSA";

  /**
   * Makes a key.
   *
   * @return its number and its public key
   */
  AuthorityKey make(String person);

  /** Returns the key of a number; empty for none. */
  Optional<AuthorityKey> find(long number);

  /**
   * Signs data.
   *
   * @return the signature of ECDSA over SHA-256, in DER
   * @throws IllegalArgumentException if there is no key of that number
   */
  byte[] sign(long number, byte[] data);

  /**
   * What may be known of a key.
   *
   * @param number its number, never used for another key
   * @param publicKey X.509 SubjectPublicKeyInfo, in DER
   */
  record AuthorityKey(long number, byte[] publicKey) {

    /** Copies the bytes. */
    public AuthorityKey {
      publicKey = publicKey.clone();
    }

    @Override
    public byte[] publicKey() {
      return publicKey.clone();
    }
  }
}
