package org.gridtill.api.platform.vault;

import org.gridtill.api.platform.vault.KeyVault.KeyHandle;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What proves a collector's identity card and its holder. Each card has a key of its own, derived
 * from one master key and the card's number, so that a card which is opened in a laboratory tells
 * nothing of the others. Keys and PINs go in and never come out. The service is there while the
 * vault is open. Safe for use by several threads.
 *
 * <p>The master key comes by a {@link KeyCeremony} under the name {@value #MASTER}, in suite {@link
 * Suite#AES_CMAC}. It is never renewed: the cards that are out would be dead.
 *
 * <p>All methods throw IllegalStateException while there is no master key.
 */
@ProviderType
public interface CardKeys {

  /** Stands for a terminal's code in a ceremony; no terminal can have it. */
  String MASTER = "*cards";

  /**
   * Checks a card's answer to a challenge: AES-CMAC under the card's key over the challenge, the
   * terminal's code, filled up with blanks to 16 characters, and the card's number; the first 8
   * bytes count.
   *
   * @return whether it is right; never for an answer of another length
   */
  boolean answers(String cardNo, String terminalCode, byte[] challenge, byte[] answer);

  /**
   * Makes what is kept of a PIN: a slow hash (Argon2id), sealed by a code under a key of the vault,
   * so that whoever has only the database cannot try all PINs.
   *
   * @param pin 4 to 12 digits; the caller wipes it
   */
  String hashPin(String cardNo, char[] pin);

  /**
   * Checks a PIN block.
   *
   * @param keys the terminal's keys, under whose PIN key it is enciphered
   * @param block ISO 9564-1 format 0 if the suite's block has 8 bytes, format 4 if it has 16, with
   *     the card's number as account number
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
