package org.gridtill.api.platform.vault;

import org.gridtill.api.adapter.terminal.Reply.WrappedKey;
import org.gridtill.api.adapter.terminal.TerminalSession.Verification;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Works with the keys of terminals. A key goes in and never comes out; callers get results of
 * operations. The service is there while the vault is open. Safe for use by several threads.
 *
 * <p>A terminal has a master key, which comes by a {@link KeyCeremony}, and working keys that are
 * issued at sign-on and reach the terminal enciphered under the master key. Newly issued keys wait
 * until a message proves that the terminal has them; until then the current ones stay valid, so
 * that a sign-on sent by somebody else harms nobody. The keys before the current ones stay valid
 * for a configured time, for messages under way.
 *
 * <p>Which {@link Suite} of ciphers is used is kept with the keys. Nothing that a message says
 * changes it.
 */
@ProviderType
public interface KeyVault {

  /**
   * Issues new working keys.
   *
   * @param terminalCode a terminal that has a master key
   * @return the keys, enciphered for the terminal
   * @throws IllegalArgumentException if the terminal has no master key, or one of a suite that is
   *     switched off
   */
  WorkingKeys issueWorkingKeys(String terminalCode);

  /**
   * Checks a message authentication code.
   *
   * @param terminalCode the terminal that claims to have made it
   * @param data what it covers
   * @param mac the code, 8 bytes
   * @return what was found, and the key that was right
   */
  MacCheck verify(String terminalCode, byte[] data, byte[] mac);

  /** Makes a message authentication code, 8 bytes, under the keys that a check found right. */
  byte[] sign(KeyHandle keys, byte[] data);

  /**
   * Enciphers data under the PIN key.
   *
   * @throws IllegalArgumentException if they are no multiple of the block of the keys' suite, 8 or
   *     16 bytes
   */
  byte[] encipher(KeyHandle keys, byte[] data);

  /**
   * Deciphers data under the PIN key.
   *
   * @throws IllegalArgumentException if they are no multiple of the block of the keys' suite, 8 or
   *     16 bytes
   */
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
