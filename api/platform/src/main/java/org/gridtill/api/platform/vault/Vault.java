package org.gridtill.api.platform.vault;

import org.gridtill.api.adapter.terminal.Reply.WrappedKey;
import org.gridtill.api.adapter.terminal.TerminalSession.Verification;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Holds the keys of terminals. A key goes in and never comes out; callers get results of
 * operations. Safe for use by several threads.
 *
 * <p>A terminal has one master key, loaded in two components, and working keys that are issued at
 * sign-on and reach the terminal enciphered under the master key. Newly issued keys wait until a
 * message proves that the terminal has them; until then the current ones stay valid, so that a
 * sign-on sent by somebody else harms nobody. The keys before the current ones stay valid for a
 * configured time, for messages under way.
 */
@ProviderType
public interface Vault {

  /**
   * Loads a terminal's master key, in place of an earlier one, and forgets its working keys.
   *
   * @param terminalCode the terminal
   * @param component1 the first component, 16 bytes
   * @param component2 the second component, 16 bytes; the key is the exclusive-or of both
   * @return the key's check value: the first 4 bytes of a block of zeros enciphered under it
   * @throws IllegalArgumentException if a component has not 16 bytes or the two halves of the key
   *     are equal
   */
  byte[] loadMasterKey(String terminalCode, byte[] component1, byte[] component2);

  /**
   * Issues new working keys.
   *
   * @param terminalCode a terminal that has a master key
   * @return the keys, enciphered for the terminal
   * @throws IllegalArgumentException if the terminal has no master key
   */
  WorkingKeys issueWorkingKeys(String terminalCode);

  /**
   * Checks a message authentication code (ANSI X9.19, ISO 9797-1 algorithm 3 with padding method
   * 1).
   *
   * @param terminalCode the terminal that claims to have made it
   * @param data what it covers
   * @param mac the code, 8 bytes
   * @return what was found, and the key that was right
   */
  MacCheck verify(String terminalCode, byte[] data, byte[] mac);

  /** Makes a message authentication code under the keys that a check found right. */
  byte[] sign(KeyHandle keys, byte[] data);

  /** Enciphers a multiple of 8 bytes under the PIN key (3DES, ECB). */
  byte[] encipher(KeyHandle keys, byte[] data);

  /** Deciphers a multiple of 8 bytes under the PIN key (3DES, ECB). */
  byte[] decipher(KeyHandle keys, byte[] data);

  /**
   * Names a generation of a terminal's working keys; it is no secret.
   *
   * @param terminalCode the terminal
   * @param generation which of its working keys
   */
  record KeyHandle(String terminalCode, long generation) {}

  /**
   * What a check found.
   *
   * @param verification what was found
   * @param keys the keys that were right; null unless VALID
   */
  record MacCheck(Verification verification, KeyHandle keys) {}

  /**
   * Working keys, enciphered under the terminal's master key.
   *
   * @param pinKey for PINs and enciphered fields
   * @param macKey for message authentication codes
   */
  record WorkingKeys(WrappedKey pinKey, WrappedKey macKey) {}
}
