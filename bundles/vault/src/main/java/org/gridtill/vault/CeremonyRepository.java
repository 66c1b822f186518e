package org.gridtill.vault;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.gridtill.api.platform.vault.KeyCeremony.NewKey;
import org.gridtill.api.platform.vault.Suite;
import org.gridtill.vault.KeyRepository.StoredMaster;
import org.gridtill.vault.Wrapping.Wrapped;

/**
 * Master keys and components, kept. Each method is atomic, and right with several nodes at once.
 */
interface CeremonyRepository {

  /** What becomes of a terminal's keys when it gets a new master key. */
  enum Manner {
    /** It must have none. */
    FIRST,
    /** It must have one and no former one; all are kept with the working keys. */
    RENEWAL,
    /** Whatever it has is forgotten. */
    ANYHOW
  }

  /** Returns the component that waits for a terminal. */
  Optional<StoredComponent> findComponent(String terminalCode);

  /** Keeps a component in place of an earlier one. */
  void putComponent(StoredComponent component);

  /** Forgets a component; false if exactly this one is not there any more. */
  boolean dropComponent(StoredComponent component);

  /**
   * Keeps a master key, and forgets the component that it was made of.
   *
   * @param component the component; null if there is none
   * @param maker makes the key of the version it is given, which was never used before
   * @return false if the component, or the keys that the manner asks for, are not there any more;
   *     nothing has changed then
   */
  boolean putMaster(
      String terminalCode,
      Manner manner,
      StoredComponent component,
      LongFunction<StoredMaster> maker);

  /**
   * Makes the former master key the current one, and forgets that with what was issued under it.
   *
   * @return false if there is no former one
   */
  boolean goBack(String terminalCode);

  /** Forgets all keys and components of a terminal; false if it has no master key. */
  boolean destroy(String terminalCode);

  /** Returns the suite of each terminal's current master key. */
  Map<String, Suite> suites();

  /** Returns how many components wait. */
  long waiting();

  /** A component. */
  record StoredComponent(NewKey key, Wrapped wrapped, Instant givenAt, String givenBy) {

    KeyUse use() {
      return new KeyUse(KeyUse.Purpose.COMPONENT, key.terminalCode(), 1, key.suite());
    }
  }
}
