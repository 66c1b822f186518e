package org.gridtill.vault;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.RFC3394WrapEngine;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Wraps keys by AES key wrap (RFC 3394, NIST SP 800-38F), each under a key of its own that is
 * derived from a master key and from what the wrapped one is for. Safe for use by several threads.
 */
final class Wrapping {

  /** What the first version wrapped has a nonce and a longer tag. */
  private static final int CHECK_BYTES = 8;

  private final MasterKeys masterKeys;

  Wrapping(MasterKeys masterKeys) {
    this.masterKeys = masterKeys;
  }

  /**
   * A wrapped key.
   *
   * @param text the key, in hexadecimal
   * @param masterKeyId the master key it is under
   */
  record Wrapped(String text, String masterKeyId) {}

  /** Wraps a key under the current master key. */
  Wrapped wrap(byte[] plain, KeyUse use) {
    return wrap(plain, use, masterKeys.current());
  }

  /** Returns the current master key. */
  MasterKey current() {
    return masterKeys.current();
  }

  /** Wraps a key under a certain master key. */
  Wrapped wrap(byte[] plain, KeyUse use, MasterKey under) {
    byte[] derived = under.derive(use.context());
    try {
      byte[] wrapped =
          Blocks.with(
              derived,
              parameter -> {
                RFC3394WrapEngine engine = new RFC3394WrapEngine(AESEngine.newInstance());
                engine.init(true, parameter);
                return engine.wrap(plain, 0, plain.length);
              });
      return new Wrapped(HexFormat.of().formatHex(wrapped), under.id());
    } finally {
      Arrays.fill(derived, (byte) 0);
    }
  }

  /**
   * Unwraps a key; the caller wipes it.
   *
   * @throws IllegalStateException if it was wrapped under another master key, for something else,
   *     or was changed since
   */
  byte[] unwrap(Wrapped wrapped, KeyUse use) {
    MasterKey masterKey = masterKeys.find(wrapped.masterKeyId());
    try {
      byte[] bytes = HexFormat.of().parseHex(wrapped.text());
      return bytes.length == use.keyBytes() + CHECK_BYTES
          ? unwrap(bytes, masterKey.derive(use.context()))
          : masterKey.unwrapFirst(bytes, use.firstContext());
    } catch (InvalidCipherTextException | IllegalStateException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "The database's " + use + ", does not unwrap under master key " + masterKey.id(), e);
    }
  }

  private static byte[] unwrap(byte[] bytes, byte[] derived) throws InvalidCipherTextException {
    RFC3394WrapEngine engine = new RFC3394WrapEngine(AESEngine.newInstance());
    KeyParameter parameter = new KeyParameter(derived);
    try {
      engine.init(false, parameter);
      return engine.unwrap(bytes, 0, bytes.length);
    } finally {
      Arrays.fill(parameter.getKey(), (byte) 0);
      Arrays.fill(derived, (byte) 0);
    }
  }
}
