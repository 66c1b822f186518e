package org.gridtill.vault;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.crypto.BlockCipher;

/** What the suites on a cipher with blocks and keys of 16 bytes have in common. */
abstract class BlockSuite implements CipherSuite {

  private final Supplier<BlockCipher> engine;

  BlockSuite(Supplier<BlockCipher> engine) {
    this.engine = engine;
  }

  @Override
  public final byte[] generate(SecureRandom random) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return key;
  }

  @Override
  public final Optional<String> objection(byte[] key) {
    int bits = 0;
    for (byte each : key) {
      bits |= each;
    }
    return bits == 0 ? Optional.of("the key is zero") : Optional.empty();
  }

  /** One block, so that it is the plain cipher and no mode. */
  @Override
  public final byte[] wrap(byte[] wrappingKey, byte[] key) {
    return encipher(wrappingKey, key);
  }

  @Override
  public final byte[] encipher(byte[] key, byte[] data) {
    return Blocks.encipherCbc(engine, key, data);
  }

  @Override
  public final byte[] decipher(byte[] key, byte[] data) {
    return Blocks.decipherCbc(engine, key, data);
  }

  /** Returns a new engine. */
  final BlockCipher engine() {
    return engine.get();
  }
}
