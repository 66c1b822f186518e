package org.gridtill.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.gridtill.api.platform.vault.Suite;
import org.gridtill.vault.Wrapping.Wrapped;

/**
 * Wrapped keys, kept, as far as the daily work needs them. Each method is atomic, and right with
 * several nodes at once. Version and generation 0 are none.
 */
interface KeyRepository {

  /** Returns what is kept for a terminal. */
  Optional<StoredKeys> find(String terminalCode);

  /**
   * Keeps new working keys as the pending ones, in place of earlier pending ones.
   *
   * @param version the version of the master key that they are issued under
   * @param maker makes the keys of the generation it is given, which was never used before
   * @return false if that is not the terminal's master key any more; nothing is kept then
   */
  boolean putPending(String terminalCode, long version, LongFunction<StoredWorkingKeys> maker);

  /**
   * Makes the pending keys the current ones, and the current ones the previous. The terminal has
   * the master key they were issued under, so the one before that is forgotten.
   *
   * @param pending the generation that was seen pending
   * @param previousUntil until when the ones that are current now stay valid
   * @return false if that generation is not pending any more; nothing has changed then
   */
  boolean promote(String terminalCode, long pending, Instant previousUntil);

  /**
   * A terminal's keys that are not forgotten.
   *
   * @param master its master key; null if it has none
   * @param former the master key before that, as long as the new one is not proved; else null
   */
  record StoredKeys(
      StoredMaster master,
      StoredMaster former,
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

  /** One version of a master key. */
  record StoredMaster(
      String terminalCode,
      long version,
      Suite suite,
      Wrapped wrapped,
      Instant loadedAt,
      String loadedBy) {

    KeyUse use() {
      return new KeyUse(KeyUse.Purpose.TERMINAL_MASTER, terminalCode, version, suite);
    }
  }

  /** One generation of working keys. */
  record StoredWorkingKeys(
      String terminalCode,
      long generation,
      long version,
      Suite suite,
      Wrapped pinKey,
      Wrapped macKey,
      Instant issuedAt) {

    KeyUse pinUse() {
      return new KeyUse(KeyUse.Purpose.PIN, terminalCode, generation, suite);
    }

    KeyUse macUse() {
      return new KeyUse(KeyUse.Purpose.MAC, terminalCode, generation, suite);
    }
  }
}
