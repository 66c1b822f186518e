package org.gridtill.api.platform.vault;

import org.gridtill.api.platform.vault.Vault.KeyHandle;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What proves a collector's identity card and its holder. Each card has a key of its own, derived
 * from one master key and the card's number, so that one that is opened in a laboratory tells
 * nothing of the others. Keys and PINs go in and never come out. Safe for use by several threads.
 */
@ProviderType
public interface CardKeys {

  /**
   * Loads the master key of the cards, in place of none.
   *
   * @param component1 the first component, 16 bytes
   * @param component2 the second component, 16 bytes; the key is the exclusive-or of both
   * @return the key's check value
   * @throws IllegalArgumentException if a component has not 16 bytes
   * @throws IllegalStateException if there is one already: cards that are out would be dead
   */
  byte[] loadCardMasterKey(byte[] component1, byte[] component2);

  /**
   * Checks a card's answer to a challenge: AES-CMAC under the card's key over the challenge, the
   * terminal's code and the card's number, of which the first 8 bytes count.
   *
   * @return whether it is right; never for an answer of another length
   * @throws IllegalStateException if no master key is loaded
   */
  boolean answers(String cardNo, String terminalCode, byte[] challenge, byte[] answer);

  /**
   * Makes what is kept of a PIN: a slow hash, made slower for whoever has only the database by a
   * key of the vault.
   *
   * @param pin 4 to 12 digits
   */
  String hashPin(String cardNo, char[] pin);

  /**
   * Checks a PIN block.
   *
   * @param keys the terminal's keys, under which it is enciphered
   * @param block ISO 9564-1 format 0 for keys of 8-byte blocks, format 4 for those of 16, with the
   *     card's number
   * @param hash what {@link #hashPin} made
   * @return what was found
   */
  PinCheck checkPin(KeyHandle keys, String cardNo, byte[] block, String hash);

  /** What the check of a PIN block found. */
  enum PinCheck {
    /** The PIN is right. */
    RIGHT,
    /** The PIN is wrong. */
    WRONG,
    /** This is no PIN block of this card under these keys. */
    MALFORMED
  }
}
