package org.gridtill.vault;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;
import org.gridtill.vault.Wrapping.Wrapped;

/** The wrapped keys of the certificate authority, kept. Each method is atomic. */
interface AuthorityKeyRepository {

  /** Keeps a key under the number that it is given, which was never used before. */
  StoredAuthorityKey add(LongFunction<StoredAuthorityKey> maker);

  /** Returns the key of a number. */
  Optional<StoredAuthorityKey> find(long number);

  /**
   * A key.
   *
   * @param publicKey X.509 SubjectPublicKeyInfo, base64
   */
  record StoredAuthorityKey(
      long number, String publicKey, Wrapped wrapped, Instant madeAt, String madeBy) {

    KeyUse use() {
      return KeyUse.authority(number);
    }
  }
}
