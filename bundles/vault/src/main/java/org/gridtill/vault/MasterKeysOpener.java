package org.gridtill.vault;

import java.nio.file.Files;
import java.security.SecureRandom;

/** Opens the master keys where the settings say that they are. */
final class MasterKeysOpener {

  private final VaultSettings settings;
  private final VaultTables tables;
  private final Sealer sealer;
  private final SecureRandom random;

  MasterKeysOpener(VaultSettings settings, VaultTables tables, Sealer sealer, SecureRandom random) {
    this.settings = settings;
    this.tables = tables;
    this.sealer = sealer;
    this.random = random;
  }

  /** Tells whether there are no master keys yet, so that the first opening makes them. */
  boolean fresh() {
    return settings.place() == VaultSettings.Place.KEYSTORE
        && !Files.exists(settings.keystoreFile());
  }

  /** Refuses, before a password is made or asked for, to begin anew where keys were lost. */
  void requireNotLost() {
    if (fresh()) {
      KeystoreMasterKeys.requireNothing(settings.keystoreFile(), this::nothingWrapped);
    }
  }

  /** Opens the master keys, and makes the first one if there is none. */
  MasterKeys open(Sealed password) {
    if (settings.place() == VaultSettings.Place.PKCS11) {
      Pkcs11Token token =
          new Pkcs11Token(settings.pkcs11Library(), settings.pkcs11SlotIndex(), password);
      return Pkcs11MasterKeys.open(token, this::nothingWrapped);
    }
    return KeystoreMasterKeys.open(
        settings.keystoreFile(), new Keystore(password, sealer, random), this::nothingWrapped);
  }

  private boolean nothingWrapped() {
    return tables.rewrap().countByMasterKey().isEmpty();
  }
}
