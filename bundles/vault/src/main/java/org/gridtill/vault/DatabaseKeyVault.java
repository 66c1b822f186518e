package org.gridtill.vault;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.terminal.Reply.WrappedKey;
import org.gridtill.api.adapter.terminal.TerminalSession.Verification;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.vault.KeyVault;
import org.gridtill.vault.KeyRepository.StoredKeys;
import org.gridtill.vault.KeyRepository.StoredMaster;
import org.gridtill.vault.KeyRepository.StoredWorkingKeys;

/**
 * The vault on the database: keys are wrapped there, and unwrapped in this node's memory only,
 * where they are sealed.
 *
 * <p>A check that the cached keys find right costs no access to the database. Any other result is
 * never believed of cached keys: the keys are read again first, since another node may have issued
 * or promoted newer ones.
 */
final class DatabaseKeyVault implements KeyVault {

  /** Enough for the races that can really happen; a loser's terminal signs on again. */
  private static final int ATTEMPTS = 3;

  private final KeyRepository repository;
  private final Wrapping wrapping;
  private final Sealer sealer;
  private final PlatformClock clock;
  private final VaultSettings settings;
  private final SecureRandom random;
  private final KeyRingCache cache;

  DatabaseKeyVault(
      KeyRepository repository,
      Wrapping wrapping,
      Sealer sealer,
      PlatformClock clock,
      VaultSettings settings,
      SecureRandom random,
      KeyRingCache cache) {
    this.repository = repository;
    this.wrapping = wrapping;
    this.sealer = sealer;
    this.clock = clock;
    this.settings = settings;
    this.random = random;
    this.cache = cache;
  }

  @Override
  public WorkingKeys issueWorkingKeys(String terminalCode) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      StoredMaster master =
          repository
              .find(terminalCode)
              .map(StoredKeys::master)
              .orElseThrow(() -> new IllegalArgumentException("the terminal has no master key"));
      if (!settings.usable(master.suite())) {
        throw new IllegalArgumentException(
            "the terminal's master key is for " + master.suite() + ", which is switched off");
      }
      Optional<WorkingKeys> issued = issue(master);
      if (issued.isPresent()) {
        return issued.get();
      }
    }
    throw new IllegalStateException("the terminal's master key changes all the time");
  }

  private Optional<WorkingKeys> issue(StoredMaster master) {
    CipherSuite suite = CipherSuite.of(master.suite());
    byte[] masterKey = wrapping.unwrap(master.wrapped(), master.use());
    byte[] pinKey = suite.generate(random);
    byte[] macKey = suite.generate(random);
    try {
      boolean kept =
          repository.putPending(
              master.terminalCode(),
              master.version(),
              generation -> wrap(master, generation, pinKey, macKey));
      return kept
          ? Optional.of(
              new WorkingKeys(
                  encipher(suite, masterKey, pinKey), encipher(suite, masterKey, macKey)))
          : Optional.empty();
    } finally {
      Arrays.fill(masterKey, (byte) 0);
      Arrays.fill(pinKey, (byte) 0);
      Arrays.fill(macKey, (byte) 0);
      cache.drop(master.terminalCode());
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
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
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
    Optional<KeyRing> ring = repository.find(terminalCode).map(this::unwrap);
    ring.ifPresent(found -> cache.put(terminalCode, found, ticket));
    return ring;
  }

  /** Keys of a suite that is switched off are as if they were not there. */
  private KeyRing unwrap(StoredKeys stored) {
    List<KeyRing.Keys> keys =
        stored.workingKeys().stream()
            .filter(each -> settings.usable(each.suite()))
            .map(this::unwrap)
            .toList();
    return new KeyRing(
        stored.pending(), stored.current(), stored.previous(), stored.previousUntil(), keys);
  }

  private KeyRing.Keys unwrap(StoredWorkingKeys stored) {
    return new KeyRing.Keys(
        stored.generation(),
        CipherSuite.of(stored.suite()),
        sealer.seal(wrapping.unwrap(stored.pinKey(), stored.pinUse())),
        sealer.seal(wrapping.unwrap(stored.macKey(), stored.macUse())));
  }

  /** Both keys are wrapped under one master key, since their row names one. */
  private StoredWorkingKeys wrap(
      StoredMaster master, long generation, byte[] pinKey, byte[] macKey) {
    MasterKey under = wrapping.current();
    String code = master.terminalCode();
    KeyUse pinUse = new KeyUse(KeyUse.Purpose.PIN, code, generation, master.suite());
    KeyUse macUse = new KeyUse(KeyUse.Purpose.MAC, code, generation, master.suite());
    return new StoredWorkingKeys(
        code,
        generation,
        master.version(),
        master.suite(),
        wrapping.wrap(pinKey, pinUse, under),
        wrapping.wrap(macKey, macUse, under),
        clock.now());
  }

  private static MacCheck valid(String terminalCode, KeyRing.Keys keys) {
    return new MacCheck(Verification.VALID, new KeyHandle(terminalCode, keys.generation()));
  }

  private static WrappedKey encipher(CipherSuite suite, byte[] masterKey, byte[] key) {
    return new WrappedKey(suite.wrap(masterKey, key), suite.checkValue(key));
  }
}
