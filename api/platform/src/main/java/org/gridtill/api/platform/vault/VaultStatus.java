package org.gridtill.api.platform.vault;

import java.util.Map;
import java.util.Set;

/**
 * How the vault is. Nothing in it is secret.
 *
 * @param state whether it is open
 * @param place where its master keys are, in words
 * @param masterKey names the master key under which keys are wrapped now; empty unless it is open
 * @param wrapped how many wrapped keys are under each master key, also those under none
 * @param terminals how many terminals have a master key of each suite
 * @param legacy the legacy suites that operations let work
 * @param testKeys whether keys that are no secret may be loaded
 * @param waiting how many components wait for another person's
 */
public record VaultStatus(
    State state,
    String place,
    String masterKey,
    Map<String, Long> wrapped,
    Map<Suite, Long> terminals,
    Set<Suite> legacy,
    boolean testKeys,
    long waiting) {

  /** Whether a vault is open. */
  public enum State {
    /** Its master keys are not made yet; the password that is typed first will be theirs. */
    NEW,
    /** It waits for its password. */
    LOCKED,
    /** It works. */
    OPEN
  }

  /** Copies the collections. */
  public VaultStatus {
    wrapped = Map.copyOf(wrapped);
    terminals = Map.copyOf(terminals);
    legacy = Set.copyOf(legacy);
  }
}
