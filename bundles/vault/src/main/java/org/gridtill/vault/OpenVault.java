package org.gridtill.vault;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.vault.CardKeys;
import org.gridtill.api.platform.vault.Suite;
import org.gridtill.api.platform.vault.VaultStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What there is of a vault once its master keys can be used. */
final class OpenVault {

  private static final Logger LOG = LoggerFactory.getLogger(OpenVault.class);

  private final VaultSettings settings;
  private final MasterKeys masterKeys;
  private final VaultTables tables;
  private final DatabaseKeyVault vault;
  private final DatabaseKeyCeremony ceremony;
  private final DatabaseCardKeys cards;
  private final DatabaseAuthorityKeys authority;
  private final Rewrapper rewrapper;

  /**
   * Opens it.
   *
   * @throws IllegalArgumentException if the master keys do not fit the database
   */
  OpenVault(
      VaultSettings settings,
      MasterKeys masterKeys,
      VaultTables tables,
      Sealer sealer,
      PlatformClock clock,
      SecureRandom random,
      LongSupplier nanoTime) {
    this.settings = settings;
    this.masterKeys = masterKeys;
    this.tables = tables;
    Set<String> needed = tables.rewrap().countByMasterKey().keySet();
    Set<String> there = masterKeys.ids();
    if (!there.containsAll(needed)) {
      throw VaultSettings.wrong(
          "masterKeys",
          masterKeys.place()
              + " does not have all the master keys under which the keys in the database were"
              + " wrapped. Restore it from its backup");
    }
    Wrapping wrapping = new Wrapping(masterKeys);
    KeyRingCache cache =
        new KeyRingCache(settings.cachedTerminals(), settings.cacheLife(), nanoTime);
    vault = new DatabaseKeyVault(tables.keys(), wrapping, sealer, clock, settings, random, cache);
    ceremony =
        new DatabaseKeyCeremony(
            tables.ceremonies(), tables.keys(), wrapping, clock, settings, random, cache);
    cards = new DatabaseCardKeys(tables.keys(), wrapping, vault, random);
    authority = new DatabaseAuthorityKeys(tables.authority(), wrapping, clock, random);
    rewrapper = new Rewrapper(tables.rewrap(), masterKeys, wrapping);
    LOG.info("The vault is open, under master key {}", masterKeys.current().id());
    warn();
  }

  DatabaseKeyVault vault() {
    return vault;
  }

  DatabaseKeyCeremony ceremony() {
    return ceremony;
  }

  DatabaseCardKeys cards() {
    return cards;
  }

  DatabaseAuthorityKeys authority() {
    return authority;
  }

  Rewrapper rewrapper() {
    return rewrapper;
  }

  VaultStatus status() {
    Map<String, Long> wrapped = new TreeMap<>();
    masterKeys.ids().forEach(id -> wrapped.put(id, 0L));
    wrapped.putAll(tables.rewrap().countByMasterKey());
    return new VaultStatus(
        VaultStatus.State.OPEN,
        masterKeys.place(),
        masterKeys.current().id(),
        wrapped,
        countBySuite(),
        settings.legacySuites(),
        settings.testKeys(),
        tables.ceremonies().waiting());
  }

  private Map<Suite, Long> countBySuite() {
    return tables.ceremonies().suites().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(CardKeys.MASTER))
        .collect(Collectors.groupingBy(Map.Entry::getValue, Collectors.counting()));
  }

  /** Legacy is loud, whether it works or stands still. */
  private void warn() {
    countBySuite()
        .forEach(
            (suite, count) -> {
              if (suite.legacy() && settings.usable(suite)) {
                LOG.warn("LEGACY: {} terminals use {}, which rests on triple DES", count, suite);
              } else if (suite.legacy()) {
                LOG.warn(
                    "{} terminals cannot work: their keys are for {}, which is switched off"
                        + " (org.gridtill.vault: legacySuites)",
                    count,
                    suite);
              }
            });
    settings
        .legacySuites()
        .forEach(suite -> LOG.warn("LEGACY: suite {} is switched on (legacySuites)", suite));
    if (settings.testKeys()) {
      LOG.warn("TEST KEYS may be loaded (testKeys); never where real money is");
    }
  }
}
