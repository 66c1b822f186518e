package org.gridtill.api.adapter.terminal;

import org.osgi.annotation.versioning.ProviderType;

/**
 * One frame's view of the connection it came on, and the cryptography of the terminal that sent it.
 * The keys stay in the platform's vault: an adapter names a terminal and hands over data, and gets
 * back data.
 *
 * <p>Valid during the handling of one frame, by one thread at a time.
 */
@ProviderType
public interface TerminalSession {

  /** What a check of a message authentication code found. */
  enum Verification {
    /** The code is right. */
    VALID,
    /** The code is wrong, for every key of the terminal that may be in use. */
    INVALID,
    /** The terminal has not signed on, so there is no key to check with. */
    NO_KEY,
    /** No terminal of that code is registered. */
    UNKNOWN_TERMINAL,
    /** The platform cannot check now; nothing is known about the code. */
    UNAVAILABLE
  }

  /** Returns the peer's network address, for logs; it proves nothing. */
  String remoteAddress();

  /**
   * Checks a message authentication code under the terminal's working keys, and remembers the
   * terminal and the key for the other operations of this session.
   *
   * @param terminalCode the terminal that claims to have sent the data
   * @param data what the code covers
   * @param mac the code, 8 bytes
   * @return what was found
   */
  Verification verify(String terminalCode, byte[] data, byte[] mac);

  /**
   * Makes the message authentication code of an answer, under the key that {@link #verify} found
   * valid for this frame.
   *
   * @param data what the code covers
   * @return the code, 8 bytes; empty if this frame was not found valid or the vault is out of
   *     reach, in which case the answer goes without a code
   */
  byte[] sign(byte[] data);

  /**
   * Enciphers data for the terminal under its working PIN and data key, by the ciphers that the
   * terminal has. Equal data give equal results, so that what may be guessed should have something
   * before it that never comes twice.
   *
   * @param data a multiple of 16 bytes, which every terminal's cipher takes; for a terminal with
   *     triple DES a multiple of 8 bytes is enough
   * @return as many bytes
   * @throws IllegalStateException if this frame was not found valid
   * @throws IllegalArgumentException if the length is wrong
   */
  byte[] encipher(byte[] data);

  /**
   * Deciphers data that the terminal enciphered under its working PIN and data key.
   *
   * @param data a multiple of 16 bytes, which every terminal's cipher takes; for a terminal with
   *     triple DES a multiple of 8 bytes is enough
   * @return as many bytes
   * @throws IllegalStateException if this frame was not found valid
   * @throws IllegalArgumentException if the length is wrong
   */
  byte[] decipher(byte[] data);
}
