package org.gridtill.vault;

import static org.gridtill.vault.VaultSettings.wrong;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Master keys in a key store file, numbered in the order in which they were made. Another node that
 * shares the file may add one: the file is read again whenever it has changed.
 */
final class KeystoreMasterKeys implements MasterKeys {

  private static final Logger LOG = LoggerFactory.getLogger(KeystoreMasterKeys.class);
  private static final String SETTING = "keystoreFile";

  private final Path path;
  private final Keystore keystore;
  private Map<String, MasterKey> keys = Map.of();
  private MasterKey current;
  private FileTime readAt;

  private KeystoreMasterKeys(Path path, Keystore keystore) {
    this.path = path;
    this.keystore = keystore;
  }

  /**
   * Reads the keys, and makes the first one before if the file is not there.
   *
   * @param nothingWrapped tells whether the database holds no wrapped key. If it does, a key store
   *     that is missing is not replaced by a new one, under which nothing would ever unwrap
   * @throws IllegalArgumentException if a file is missing, wrong or open to others, naming the key
   */
  static KeystoreMasterKeys open(Path path, Keystore keystore, BooleanSupplier nothingWrapped) {
    if (!Files.exists(path)) {
      requireNothing(path, nothingWrapped);
      create(path, keystore);
    }
    KeystoreMasterKeys keys = new KeystoreMasterKeys(path, keystore);
    keys.read();
    return keys;
  }

  /** Refuses to begin anew where a key store was lost. */
  static void requireNothing(Path path, BooleanSupplier nothingWrapped) {
    if (!nothingWrapped.getAsBoolean()) {
      throw wrong(
          SETTING,
          path
              + " is missing, but the database holds keys that were wrapped under it."
              + " Restore it from its backup");
    }
  }

  @Override
  public String place() {
    return "key store " + path;
  }

  @Override
  public synchronized MasterKey current() {
    readIfChanged();
    return current;
  }

  @Override
  public synchronized MasterKey find(String id) {
    if (!keys.containsKey(id)) {
      readIfChanged();
    }
    MasterKey key = keys.get(id);
    if (key == null) {
      throw new IllegalStateException("master key " + id + " is not in " + place());
    }
    return key;
  }

  @Override
  public synchronized Set<String> ids() {
    readIfChanged();
    return Set.copyOf(keys.keySet());
  }

  @Override
  public synchronized MasterKey add() {
    change(keystore::add);
    LOG.info("{} has a new master key, {}; keep a backup of it", place(), current.id());
    return current;
  }

  @Override
  public synchronized int retire() {
    int before = ids().size();
    change(keystore::keepNewest);
    return before - keys.size();
  }

  /** Reads the file anew, changes it, and puts it in place, while no other process does so. */
  private void change(Keystore.Change change) {
    PrivateFiles.require(SETTING, path);
    try {
      PrivateFiles.alone(path, () -> PrivateFiles.replace(path, change.apply(path)));
    } catch (IOException e) {
      throw wrong(SETTING, path + " cannot be written", e);
    }
    read();
  }

  private void readIfChanged() {
    try {
      if (Files.getLastModifiedTime(path).equals(readAt)) {
        return;
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be looked at; what was read of it before goes on", path);
      return;
    }
    read();
  }

  private void read() {
    PrivateFiles.require(SETTING, path);
    SortedMap<Integer, MasterKey> numbered = new TreeMap<>();
    try {
      FileTime time = Files.getLastModifiedTime(path);
      keystore
          .read(path)
          .forEach((number, key) -> numbered.put(number, new KeystoreMasterKey(key)));
      readAt = time;
    } catch (IOException e) {
      throw wrong(SETTING, path + " cannot be opened with its password", e);
    }
    if (numbered.isEmpty()) {
      throw wrong(SETTING, path + " holds no secret key named " + Keystore.ALIAS);
    }
    Map<String, MasterKey> found = new LinkedHashMap<>();
    numbered.values().forEach(key -> found.put(key.id(), key));
    keys = found;
    current = numbered.get(numbered.lastKey());
  }

  private static void create(Path path, Keystore keystore) {
    try {
      PrivateFiles.create(path, keystore.first());
      LOG.info("{} {} was made; keep a backup of it", SETTING, path);
    } catch (FileAlreadyExistsException e) {
      // Another node that shares the directory was quicker; what it made is what counts.
      LOG.info("{} {} was made by another process", SETTING, path);
    } catch (IOException | UnsupportedOperationException e) {
      throw wrong(SETTING, path + " cannot be made", e);
    }
  }
}
