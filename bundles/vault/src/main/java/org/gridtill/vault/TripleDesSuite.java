package org.gridtill.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/** What the suites of old terminals have in common: two-key triple DES, each block by itself. */
abstract class TripleDesSuite implements CipherSuite {

  @Override
  public final byte[] generate(SecureRandom random) {
    return TripleDes.generate(random);
  }

  @Override
  public final Optional<String> objection(byte[] key) {
    return TripleDes.halvesAreEqual(key)
        ? Optional.of("the two halves of the key are equal")
        : Optional.empty();
  }

  @Override
  public final byte[] checkValue(byte[] key) {
    return Arrays.copyOf(
        TripleDes.encipher(key, new byte[TripleDes.BLOCK_BYTES]), CHECK_VALUE_BYTES);
  }

  @Override
  public final byte[] wrap(byte[] wrappingKey, byte[] key) {
    return TripleDes.encipher(wrappingKey, key);
  }

  @Override
  public final byte[] encipher(byte[] key, byte[] data) {
    return TripleDes.encipher(key, data);
  }

  @Override
  public final byte[] decipher(byte[] key, byte[] data) {
    return TripleDes.decipher(key, data);
  }
}
