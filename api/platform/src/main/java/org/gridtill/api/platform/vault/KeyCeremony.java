package org.gridtill.api.platform.vault;

import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How terminals' master keys come into the vault and leave it. A key is the exclusive-or of two
 * components of 16 bytes, which two people give, each one; none of them ever knows the key. The
 * service is there while the vault is open. Safe for use by several threads.
 */
@ProviderType
public interface KeyCeremony {

  /**
   * Which key is meant.
   *
   * @param terminalCode the terminal
   * @param suite the ciphers that the key is for
   * @param renewal whether the terminal has a key, which stays valid for what is under way; false
   *     if it has none
   */
  record NewKey(String terminalCode, Suite suite, boolean renewal) {}

  /** Makes a component at random, for somebody who brings none; the caller shows and wipes it. */
  byte[] draw(Suite suite);

  /** Returns the check value of a component or key, 4 bytes. */
  byte[] checkValue(Suite suite, byte[] component);

  /**
   * Gives a component. The first one waits, wrapped, for the other person's; the same person's
   * again takes its place.
   *
   * @param key which key it is a part of; the same for both
   * @param component 16 bytes; the caller wipes them
   * @param person who gives it
   * @return the key's check value if this was the second component; empty if it was the first
   * @throws IllegalArgumentException if the component has not 16 bytes, or the key must not be used
   * @throws IllegalStateException if the terminal has a key and it is no renewal, or the other way
   *     round, if another component waits for another key, or if the suite is switched off
   */
  Optional<byte[]> give(NewKey key, byte[] component, String person);

  /**
   * Forgets a component that waits.
   *
   * @throws IllegalStateException if none does
   */
  void drop(String terminalCode, String person);

  /**
   * Goes back to the key before the last renewal, while no message has proved that the terminal has
   * the new one.
   *
   * @return the check value of the key that is valid again
   * @throws IllegalStateException if there is no key to go back to
   */
  byte[] goBack(String terminalCode, String person);

  /**
   * Destroys all keys of a terminal. It works again after a key was loaded anew.
   *
   * @param checkValue that of the master key, so that nobody destroys another one by mistake
   * @throws IllegalArgumentException if the terminal has no key, or one with another check value
   */
  void destroy(String terminalCode, byte[] checkValue, String person);

  /** Returns what may be known of a terminal's keys; empty if the vault has nothing of it. */
  Optional<TerminalKeys> find(String terminalCode);

  /** Returns the suite of each terminal that has a master key. */
  Map<String, Suite> suites();

  /**
   * Loads a key that is no secret, in place of an earlier one, for trials and tests.
   *
   * @return its check value
   * @throws IllegalArgumentException as with {@link #give}
   * @throws IllegalStateException unless operations have allowed test keys
   */
  byte[] loadTestKey(String terminalCode, Suite suite, byte[] component1, byte[] component2);
}
