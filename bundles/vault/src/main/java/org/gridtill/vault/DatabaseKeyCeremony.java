package org.gridtill.vault;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.vault.KeyCeremony;
import org.gridtill.api.platform.vault.Suite;
import org.gridtill.api.platform.vault.TerminalKeys;
import org.gridtill.vault.CeremonyRepository.Manner;
import org.gridtill.vault.CeremonyRepository.StoredComponent;
import org.gridtill.vault.KeyRepository.StoredKeys;
import org.gridtill.vault.KeyRepository.StoredMaster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ceremonies on the database: a component waits there, wrapped, so that the other person may come
 * to another node, and later.
 */
final class DatabaseKeyCeremony implements KeyCeremony {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseKeyCeremony.class);
  private static final String BY_NOBODY = "a test key";

  private final CeremonyRepository repository;
  private final KeyRepository keys;
  private final Wrapping wrapping;
  private final KeyFacts facts;
  private final PlatformClock clock;
  private final VaultSettings settings;
  private final SecureRandom random;
  private final KeyRingCache cache;

  DatabaseKeyCeremony(
      CeremonyRepository repository,
      KeyRepository keys,
      Wrapping wrapping,
      PlatformClock clock,
      VaultSettings settings,
      SecureRandom random,
      KeyRingCache cache) {
    this.repository = repository;
    this.keys = keys;
    this.wrapping = wrapping;
    this.facts = new KeyFacts(wrapping, settings);
    this.clock = clock;
    this.settings = settings;
    this.random = random;
    this.cache = cache;
  }

  @Override
  public byte[] draw(Suite suite) {
    return CipherSuite.of(suite).generate(random);
  }

  @Override
  public byte[] checkValue(Suite suite, byte[] component) {
    requireLength(component);
    return CipherSuite.of(suite).checkValue(component);
  }

  @Override
  public Optional<byte[]> give(NewKey key, byte[] component, String person) {
    requireLength(component);
    requireUsable(key.suite());
    requireRoom(key);
    Optional<StoredComponent> first = repository.findComponent(key.terminalCode());
    if (first.isEmpty() || first.get().givenBy().equals(person)) {
      keep(key, component, person);
      return Optional.empty();
    }
    if (!first.get().key().equals(key)) {
      throw new IllegalStateException(
          "a component for another key of this terminal waits: "
              + KeyFacts.words(first.get().key())
              + "; key-drop forgets it");
    }
    return Optional.of(complete(first.get(), component, person));
  }

  private void keep(NewKey key, byte[] component, String person) {
    KeyUse use = new KeyUse(KeyUse.Purpose.COMPONENT, key.terminalCode(), 1, key.suite());
    repository.putComponent(
        new StoredComponent(key, wrapping.wrap(component, use), clock.now(), person));
    LOG.info("{} gave a component of {}", person, KeyFacts.words(key));
  }

  private byte[] complete(StoredComponent first, byte[] component, String person) {
    NewKey key = first.key();
    byte[] other = wrapping.unwrap(first.wrapped(), first.use());
    try {
      Manner manner = key.renewal() ? Manner.RENEWAL : Manner.FIRST;
      String persons = first.givenBy() + ", " + person;
      byte[] checkValue = put(key, manner, first, new byte[][] {other, component}, persons);
      LOG.info("{} have given {}", persons, KeyFacts.words(key));
      return checkValue;
    } finally {
      Arrays.fill(other, (byte) 0);
    }
  }

  private byte[] put(
      NewKey key, Manner manner, StoredComponent first, byte[][] components, String persons) {
    CipherSuite suite = CipherSuite.of(key.suite());
    byte[] plain = components[0].clone();
    Blocks.xor(components[1], 0, plain, 0, plain.length);
    try {
      suite
          .objection(plain)
          .ifPresent(
              objection -> {
                throw new IllegalArgumentException(objection);
              });
      String code = key.terminalCode();
      boolean done =
          repository.putMaster(
              code, manner, first, version -> master(key, version, plain, persons));
      if (!done) {
        throw new IllegalStateException(
            "the keys of terminal " + code + " have changed meanwhile; key-show tells how");
      }
      return suite.checkValue(plain);
    } finally {
      Arrays.fill(plain, (byte) 0);
      cache.drop(key.terminalCode());
    }
  }

  private StoredMaster master(NewKey key, long version, byte[] plain, String persons) {
    KeyUse use =
        new KeyUse(KeyUse.Purpose.TERMINAL_MASTER, key.terminalCode(), version, key.suite());
    return new StoredMaster(
        key.terminalCode(), version, key.suite(), wrapping.wrap(plain, use), clock.now(), persons);
  }

  @Override
  public void drop(String terminalCode, String person) {
    boolean dropped =
        repository.findComponent(terminalCode).filter(repository::dropComponent).isPresent();
    if (!dropped) {
      throw new IllegalStateException("no component waits for terminal " + terminalCode);
    }
    LOG.info("{} dropped a component for terminal {}", person, terminalCode);
  }

  @Override
  public byte[] goBack(String terminalCode, String person) {
    boolean back;
    try {
      back = repository.goBack(terminalCode);
    } finally {
      cache.drop(terminalCode);
    }
    if (!back) {
      throw new IllegalStateException(
          "there is no former master key of terminal " + terminalCode + " to go back to");
    }
    LOG.warn("{} went back to the former master key of terminal {}", person, terminalCode);
    return keys.find(terminalCode)
        .map(StoredKeys::master)
        .map(facts::checkValue)
        .orElseThrow(() -> new IllegalStateException("the key was destroyed meanwhile"));
  }

  @Override
  public void destroy(String terminalCode, byte[] checkValue, String person) {
    StoredMaster master =
        keys.find(terminalCode)
            .map(StoredKeys::master)
            .orElseThrow(
                () -> new IllegalArgumentException("terminal " + terminalCode + " has no key"));
    if (!MessageDigest.isEqual(facts.checkValue(master), checkValue)) {
      throw new IllegalArgumentException(
          "that is not the check value of the key of terminal " + terminalCode);
    }
    try {
      repository.destroy(terminalCode);
    } finally {
      cache.drop(terminalCode);
    }
    LOG.warn("{} destroyed the keys of terminal {}", person, terminalCode);
  }

  @Override
  public Optional<TerminalKeys> find(String terminalCode) {
    Optional<StoredKeys> stored = keys.find(terminalCode);
    Optional<StoredComponent> waiting = repository.findComponent(terminalCode);
    if (stored.isEmpty() && waiting.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TerminalKeys(
            terminalCode,
            stored.map(StoredKeys::master).map(facts::of).orElse(null),
            stored.map(StoredKeys::former).map(facts::of).orElse(null),
            waiting.map(facts::of).orElse(null),
            stored.filter(each -> !each.workingKeys().isEmpty()).isPresent()));
  }

  @Override
  public Map<String, Suite> suites() {
    return repository.suites();
  }

  @Override
  public byte[] loadTestKey(
      String terminalCode, Suite suite, byte[] component1, byte[] component2) {
    if (!settings.testKeys()) {
      throw new IllegalStateException(
          "test keys are not allowed here (org.gridtill.vault: testKeys); two people load a key with"
              + " key-load");
    }
    requireLength(component1);
    requireLength(component2);
    requireUsable(suite);
    NewKey key = new NewKey(terminalCode, suite, false);
    return put(key, Manner.ANYHOW, null, new byte[][] {component1, component2}, BY_NOBODY);
  }

  private void requireUsable(Suite suite) {
    if (!settings.usable(suite)) {
      throw new IllegalStateException(
          "suite " + suite + " is switched off (org.gridtill.vault: legacySuites)");
    }
  }

  private void requireRoom(NewKey key) {
    Optional<StoredKeys> stored = keys.find(key.terminalCode());
    boolean hasKey = stored.map(StoredKeys::master).isPresent();
    if (hasKey && !key.renewal()) {
      throw new IllegalStateException(
          "terminal "
              + key.terminalCode()
              + " has a master key; key-rotate renews it, key-destroy ends it");
    }
    if (!hasKey && key.renewal()) {
      throw new IllegalStateException(
          "terminal " + key.terminalCode() + " has no master key; key-load gives it one");
    }
    if (stored.map(StoredKeys::former).isPresent()) {
      throw new IllegalStateException(
          "the last renewal is not proved yet: let the terminal sign on and send a message, or go"
              + " back with key-rotate --back");
    }
  }

  private static void requireLength(byte[] component) {
    if (component.length != CipherSuite.KEY_BYTES) {
      throw new IllegalArgumentException("a component of a master key has 16 bytes");
    }
  }
}
