package org.gridtill.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Wrapped keys, kept. Each method is atomic, and right with several nodes at once. Generation 0 is
 * none.
 */
interface KeyRepository {

  /** Tells whether no key is kept. */
  boolean isEmpty();

  /** Tells whether a key is kept that was wrapped under another vault key than this. */
  boolean holdsKeysNotUnder(String vaultKeyId);

  /** Keeps a terminal's master key in place of an earlier one, and forgets its working keys. */
  void putMasterKey(String terminalCode, String wrappedKey, String vaultKeyId);

  /** Returns what is kept for a terminal. */
  Optional<StoredKeys> find(String terminalCode);

  /**
   * Keeps new working keys as the pending ones, in place of earlier pending ones.
   *
   * @param maker makes the keys of the generation it is given, which was never used before
   * @return the terminal's master key; empty if it has none, and then nothing is kept
   */
  Optional<StoredKeys> putPending(String terminalCode, LongFunction<StoredWorkingKeys> maker);

  /**
   * Makes the pending keys the current ones, and the current ones the previous.
   *
   * @param pending the generation that was seen pending
   * @param previousUntil until when the ones that are current now stay valid
   * @return false if that generation is not pending any more; nothing has changed then
   */
  boolean promote(String terminalCode, long pending, Instant previousUntil);

  /** A terminal's master key and the working keys that are not forgotten. */
  record StoredKeys(
      String wrappedMasterKey,
      String vaultKeyId,
      long pending,
      long current,
      long previous,
      Instant previousUntil,
      List<StoredWorkingKeys> workingKeys) {

    /** Copies the list. */
    public StoredKeys {
      workingKeys = List.copyOf(workingKeys);
    }
  }

  /** One generation of working keys. */
  record StoredWorkingKeys(
      long generation, String wrappedPinKey, String wrappedMacKey, Instant issuedAt) {}
}
