package org.gridtill.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.vault.AuthorityKeys;
import org.gridtill.vault.AuthorityKeyRepository.StoredAuthorityKey;

/**
 * The keys of the certificate authority on the database. A key is unwrapped anew for each
 * signature, which is once a device, so that it is never kept in memory.
 */
final class DatabaseAuthorityKeys implements AuthorityKeys {

  private final AuthorityKeyRepository repository;
  private final Wrapping wrapping;
  private final PlatformClock clock;
  private final SecureRandom random;

  DatabaseAuthorityKeys(
      AuthorityKeyRepository repository,
      Wrapping wrapping,
      PlatformClock clock,
      SecureRandom random) {
    this.repository = repository;
    this.wrapping = wrapping;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public AuthorityKey make(String person) {
    byte[] privateKey = P256.generate(random);
    try {
      String publicKey = Base64.getEncoder().encodeToString(P256.publicKey(privateKey));
      return known(
          repository.add(
              number ->
                  new StoredAuthorityKey(
                      number,
                      publicKey,
                      wrapping.wrap(privateKey, KeyUse.authority(number)),
                      clock.now(),
                      person)));
    } finally {
      Arrays.fill(privateKey, (byte) 0);
    }
  }

  @Override
  public Optional<AuthorityKey> find(long number) {
    return repository.find(number).map(DatabaseAuthorityKeys::known);
  }

  @Override
  public byte[] sign(long number, byte[] data) {
    StoredAuthorityKey key =
        repository
            .find(number)
            .orElseThrow(
                () -> new IllegalArgumentException("the vault has no authority key " + number));
    byte[] privateKey = wrapping.unwrap(key.wrapped(), key.use());
    try {
      return P256.sign(privateKey, data);
    } finally {
      Arrays.fill(privateKey, (byte) 0);
    }
  }

  private static AuthorityKey known(StoredAuthorityKey key) {
    return new AuthorityKey(key.number(), Base64.getDecoder().decode(key.publicKey()));
  }
}
