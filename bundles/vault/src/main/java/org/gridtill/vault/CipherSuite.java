package org.gridtill.vault;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.gridtill.api.platform.vault.Suite;

/**
 * What is done with a terminal's keys, by one set of ciphers. All keys have 16 bytes. An
 * implementation has no state and keeps no copy of a key; safe for use by several threads.
 */
interface CipherSuite {

  int KEY_BYTES = 16;
  int CHECK_VALUE_BYTES = 4;
  int CODE_BYTES = 8;

  /** The only implementations. */
  Map<Suite, CipherSuite> ALL =
      Map.of(
          Suite.AES_CMAC, new AesCmacSuite(),
          Suite.SM4, new Sm4Suite(),
          Suite.X919, new X919Suite(),
          Suite.UNIONPAY_ECB, new UnionPayEcbSuite());

  /** Returns the implementation of a suite. */
  static CipherSuite of(Suite suite) {
    return ALL.get(suite);
  }

  /** Makes a random key. */
  byte[] generate(SecureRandom random);

  /** Tells why a key must not be used, in a clause about "the key"; empty if it may. */
  Optional<String> objection(byte[] key);

  /** Returns what two sides compare to know that they have the same key, 4 bytes. */
  byte[] checkValue(byte[] key);

  /** Makes a message authentication code of 8 bytes. */
  byte[] mac(byte[] key, byte[] data);

  /** Enciphers a key for somebody who has the wrapping one, 16 bytes. */
  byte[] wrap(byte[] wrappingKey, byte[] key);

  /**
   * Enciphers data.
   *
   * @throws IllegalArgumentException if they are no multiple of the suite's block
   */
  byte[] encipher(byte[] key, byte[] data);

  /**
   * Deciphers data.
   *
   * @throws IllegalArgumentException if they are no multiple of the suite's block
   */
  byte[] decipher(byte[] key, byte[] data);
}
