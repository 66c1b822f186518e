package org.gridtill.api.platform.vault;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What operations do with the vault as a whole. There also while the vault is not open yet. Safe
 * for use by several threads.
 */
@ProviderType
public interface VaultControl {

  /** Returns how the vault is. */
  VaultStatus status();

  /**
   * Opens a vault whose password is typed.
   *
   * @param password the password of its key store, or the PIN of its security module; the caller
   *     wipes it
   * @throws IllegalArgumentException if it does not open with that, saying why
   * @throws IllegalStateException if it is open, or opens by itself
   */
  void open(char[] password);

  /**
   * Makes a new master key, and wraps every key in the database under it. If an earlier call was
   * broken off, this one goes on with it.
   *
   * @param person who wants it
   * @return how many wrapped keys were wrapped anew
   * @throws IllegalStateException if the vault is not open
   */
  long rotate(String person);

  /**
   * Destroys the master keys under which nothing is wrapped any more.
   *
   * @param person who wants it
   * @return how many they were
   * @throws IllegalStateException if the vault is not open, or something is still wrapped under one
   *     of them
   */
  int retire(String person);
}
