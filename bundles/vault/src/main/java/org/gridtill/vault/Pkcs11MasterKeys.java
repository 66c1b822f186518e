package org.gridtill.vault;

import static org.gridtill.vault.VaultSettings.wrong;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Master keys in a security module, numbered in the order in which they were made. */
final class Pkcs11MasterKeys implements MasterKeys {

  private static final Logger LOG = LoggerFactory.getLogger(Pkcs11MasterKeys.class);

  /** So long after another node has made a key, this one wraps under it too. */
  private static final long REFRESH_NANOS = 60_000_000_000L;

  private final Pkcs11Token token;
  private Map<Integer, MasterKey> keys = Map.of();
  private MasterKey current;
  private int last;
  private long readAt;

  private Pkcs11MasterKeys(Pkcs11Token token) {
    this.token = token;
  }

  /**
   * Finds the keys, and makes the first one if the token has none.
   *
   * @param nothingWrapped tells whether the database holds no wrapped key. If it does, no key is
   *     made in a token without one, under which nothing would ever unwrap
   * @throws IllegalArgumentException if the token is not there or wrong, naming the setting
   */
  static Pkcs11MasterKeys open(Pkcs11Token token, BooleanSupplier nothingWrapped) {
    Pkcs11MasterKeys keys = new Pkcs11MasterKeys(token);
    if (token.keys().isEmpty()) {
      if (!nothingWrapped.getAsBoolean()) {
        throw wrong(
            "masterKeys",
            "is pkcs11, but "
                + token
                + " holds no key named "
                + Keystore.ALIAS
                + ", while the database holds keys that were wrapped under one");
      }
      token.generate(1);
      LOG.info("{} has a master key now; see that its backup has it too", token);
    }
    keys.read();
    return keys;
  }

  @Override
  public String place() {
    return token.toString();
  }

  @Override
  public synchronized MasterKey current() {
    if (System.nanoTime() - readAt > REFRESH_NANOS) {
      read();
    }
    return current;
  }

  /** Another node may have made the key meanwhile. */
  @Override
  public synchronized MasterKey find(String id) {
    return lookUp(id)
        .or(
            () -> {
              read();
              return lookUp(id);
            })
        .orElseThrow(() -> new IllegalStateException("master key " + id + " is not in " + place()));
  }

  @Override
  public synchronized Set<String> ids() {
    return Set.copyOf(keys.values().stream().map(MasterKey::id).toList());
  }

  @Override
  public synchronized MasterKey add() {
    read();
    token.generate(last + 1);
    read();
    LOG.info("{} has a new master key, {}; see that its backup has it too", token, current.id());
    return current;
  }

  @Override
  public synchronized int retire() {
    read();
    int retired = 0;
    for (int number : keys.keySet()) {
      if (number != last) {
        token.destroy(number);
        retired++;
      }
    }
    read();
    return retired;
  }

  private Optional<MasterKey> lookUp(String id) {
    return keys.values().stream().filter(key -> key.id().equals(id)).findFirst();
  }

  private void read() {
    Map<Integer, MasterKey> found = new LinkedHashMap<>();
    token
        .keys()
        .forEach((number, key) -> found.put(number, new Pkcs11MasterKey(key, token.provider())));
    if (found.isEmpty()) {
      throw new IllegalStateException(token + " holds no key named " + Keystore.ALIAS);
    }
    readAt = System.nanoTime();
    keys = found;
    last = found.keySet().stream().max(Integer::compare).orElseThrow();
    current = found.get(last);
  }
}
