package org.gridtill.vault;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.aries.jpa.template.JpaTemplate;
import org.gridtill.api.adapter.terminal.Reply.WrappedKey;
import org.gridtill.api.adapter.terminal.TerminalSession.Verification;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.vault.Suite;
import org.gridtill.api.platform.vault.Vault;
import org.gridtill.vault.KeyRepository.StoredKeys;
import org.gridtill.vault.KeyRepository.StoredWorkingKeys;
import org.gridtill.vault.VaultKey.Purpose;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vault on the database: keys are wrapped there, and unwrapped in this node's memory only.
 *
 * <p>A check that the cached keys find right costs no access to the database. Any other result is
 * never believed of cached keys: the keys are read again first, since another node may have issued
 * or promoted newer ones.
 */
@Component(
    configurationPid = VaultConfiguration.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true)
@Designate(ocd = VaultConfiguration.class)
public final class KeyVault implements Vault {

  private static final Logger LOG = LoggerFactory.getLogger(KeyVault.class);

  /** Enough for the races that can really happen; a loser's terminal signs on again. */
  private static final int PROMOTION_ATTEMPTS = 3;

  private final KeyRepository repository;
  private final VaultKey vaultKey;
  private final PlatformClock clock;
  private final VaultSettings settings;
  private final SecureRandom random;
  private final KeyRingCache cache;

  /** Opens the key store; refuses one that does not fit the database. */
  @Activate
  public KeyVault(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock,
      VaultConfiguration configuration) {
    this(
        new JpaKeyRepository(jpa),
        clock,
        VaultSettings.of(configuration),
        new SecureRandom(),
        System::nanoTime);
  }

  KeyVault(
      KeyRepository repository,
      PlatformClock clock,
      VaultSettings settings,
      SecureRandom random,
      LongSupplier nanoTime) {
    this.repository = repository;
    this.clock = clock;
    this.settings = settings;
    this.random = random;
    this.cache = new KeyRingCache(settings.cachedTerminals(), settings.cacheLife(), nanoTime);
    this.vaultKey = new VaultKeyFile(settings, random).open(repository::isEmpty);
    if (repository.holdsKeysNotUnder(vaultKey.id())) {
      throw VaultSettings.wrong(
          "keystoreFile",
          settings.keystoreFile()
              + " is not the one under which the keys in the database were wrapped");
    }
    LOG.info("The vault is open, under key {}", vaultKey.id());
  }

  @Override
  public byte[] loadMasterKey(String terminalCode, byte[] component1, byte[] component2) {
    byte[] key = combine(component1, component2);
    try {
      if (TripleDes.halvesAreEqual(key)) {
        throw new IllegalArgumentException("the two halves of the master key are equal");
      }
      String wrapped = vaultKey.wrap(key, Purpose.TERMINAL_MASTER, terminalCode, 0);
      repository.putMasterKey(terminalCode, wrapped, vaultKey.id());
      return CipherSuite.of(Suite.X919).checkValue(key);
    } finally {
      Arrays.fill(key, (byte) 0);
      cache.drop(terminalCode);
    }
  }

  @Override
  public WorkingKeys issueWorkingKeys(String terminalCode) {
    byte[] pinKey = TripleDes.generate(random);
    byte[] macKey = TripleDes.generate(random);
    try {
      StoredKeys stored =
          repository
              .putPending(
                  terminalCode, generation -> wrap(terminalCode, generation, pinKey, macKey))
              .orElseThrow(() -> new IllegalArgumentException("the terminal has no master key"));
      byte[] masterKey =
          vaultKey.unwrap(stored.wrappedMasterKey(), Purpose.TERMINAL_MASTER, terminalCode, 0);
      return new WorkingKeys(encipher(masterKey, pinKey), encipher(masterKey, macKey));
    } finally {
      Arrays.fill(pinKey, (byte) 0);
      Arrays.fill(macKey, (byte) 0);
      cache.drop(terminalCode);
    }
  }

  @Override
  public MacCheck verify(String terminalCode, byte[] data, byte[] mac) {
    KeyRing cached = cache.get(terminalCode);
    if (cached != null) {
      Optional<KeyRing.Keys> right = findRight(cached, data, mac);
      if (right.isPresent() && right.get().generation() != cached.pending()) {
        return valid(terminalCode, right.get());
      }
    }
    return verifyAgainstDatabase(terminalCode, data, mac);
  }

  @Override
  public byte[] sign(KeyHandle keys, byte[] data) {
    return find(keys).sign(data);
  }

  @Override
  public byte[] encipher(KeyHandle keys, byte[] data) {
    return find(keys).encipher(data);
  }

  @Override
  public byte[] decipher(KeyHandle keys, byte[] data) {
    return find(keys).decipher(data);
  }

  private MacCheck verifyAgainstDatabase(String terminalCode, byte[] data, byte[] mac) {
    for (int attempt = 1; attempt <= PROMOTION_ATTEMPTS; attempt++) {
      Optional<KeyRing> ring = load(terminalCode);
      if (ring.isEmpty()) {
        return new MacCheck(Verification.UNKNOWN_TERMINAL, null);
      }
      if (ring.get().keys().isEmpty()) {
        return new MacCheck(Verification.NO_KEY, null);
      }
      Optional<KeyRing.Keys> right = findRight(ring.get(), data, mac);
      if (right.isEmpty()) {
        return new MacCheck(Verification.INVALID, null);
      }
      long generation = right.get().generation();
      if (generation != ring.get().pending() || promote(terminalCode, generation)) {
        return valid(terminalCode, right.get());
      }
    }
    return new MacCheck(Verification.INVALID, null);
  }

  /** Returns false if somebody else promoted or replaced the pending keys meanwhile. */
  private boolean promote(String terminalCode, long pending) {
    Instant previousUntil = clock.now().plus(settings.previousKeyLife());
    try {
      return repository.promote(terminalCode, pending, previousUntil);
    } finally {
      cache.drop(terminalCode);
    }
  }

  private Optional<KeyRing.Keys> findRight(KeyRing ring, byte[] data, byte[] mac) {
    Instant now = clock.now();
    return ring.keys().stream()
        .filter(keys -> ring.accepts(keys.generation(), now))
        .filter(keys -> MessageDigest.isEqual(keys.sign(data), mac))
        .findFirst();
  }

  private KeyRing.Keys find(KeyHandle handle) {
    return Optional.ofNullable(cache.get(handle.terminalCode()))
        .flatMap(ring -> generation(ring, handle))
        .or(() -> load(handle.terminalCode()).flatMap(ring -> generation(ring, handle)))
        .orElseThrow(
            () -> new IllegalStateException("these keys are not kept any more: " + handle));
  }

  private static Optional<KeyRing.Keys> generation(KeyRing ring, KeyHandle handle) {
    return ring.keys().stream()
        .filter(keys -> keys.generation() == handle.generation())
        .findFirst();
  }

  private Optional<KeyRing> load(String terminalCode) {
    long ticket = cache.ticket();
    Optional<KeyRing> ring =
        repository.find(terminalCode).map(stored -> unwrap(terminalCode, stored));
    ring.ifPresent(found -> cache.put(terminalCode, found, ticket));
    return ring;
  }

  private KeyRing unwrap(String terminalCode, StoredKeys stored) {
    List<KeyRing.Keys> keys =
        stored.workingKeys().stream().map(each -> unwrap(terminalCode, each)).toList();
    return new KeyRing(
        stored.pending(), stored.current(), stored.previous(), stored.previousUntil(), keys);
  }

  private KeyRing.Keys unwrap(String terminalCode, StoredWorkingKeys stored) {
    long generation = stored.generation();
    return new KeyRing.Keys(
        generation,
        vaultKey.unwrap(stored.wrappedPinKey(), Purpose.PIN, terminalCode, generation),
        vaultKey.unwrap(stored.wrappedMacKey(), Purpose.MAC, terminalCode, generation));
  }

  private StoredWorkingKeys wrap(
      String terminalCode, long generation, byte[] pinKey, byte[] macKey) {
    return new StoredWorkingKeys(
        generation,
        vaultKey.wrap(pinKey, Purpose.PIN, terminalCode, generation),
        vaultKey.wrap(macKey, Purpose.MAC, terminalCode, generation),
        clock.now());
  }

  private static MacCheck valid(String terminalCode, KeyRing.Keys keys) {
    return new MacCheck(Verification.VALID, new KeyHandle(terminalCode, keys.generation()));
  }

  private static WrappedKey encipher(byte[] masterKey, byte[] key) {
    return new WrappedKey(
        TripleDes.encipher(masterKey, key), CipherSuite.of(Suite.X919).checkValue(key));
  }

  private static byte[] combine(byte[] component1, byte[] component2) {
    if (component1.length != TripleDes.KEY_BYTES || component2.length != TripleDes.KEY_BYTES) {
      throw new IllegalArgumentException("a component of a master key has 16 bytes");
    }
    byte[] key = new byte[TripleDes.KEY_BYTES];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) (component1[i] ^ component2[i]);
    }
    return key;
  }
}
