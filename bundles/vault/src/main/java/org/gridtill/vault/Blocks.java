package org.gridtill.vault;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Block ciphers over whole blocks. The provider's engines are used directly, since the objects of
 * {@code javax.crypto} keep copies of a key that nobody can wipe.
 */
final class Blocks {

  private Blocks() {}

  /** Does something with a key in the provider's form, and wipes that afterwards. */
  static <T> T with(byte[] key, int offset, int length, Function<KeyParameter, T> use) {
    KeyParameter parameter = new KeyParameter(key, offset, length);
    try {
      return use.apply(parameter);
    } finally {
      Arrays.fill(parameter.getKey(), (byte) 0);
    }
  }

  /** Does something with a whole key. */
  static <T> T with(byte[] key, Function<KeyParameter, T> use) {
    return with(key, 0, key.length, use);
  }

  /** Runs each block by itself. */
  static byte[] ecb(BlockCipher initialized, byte[] data) {
    int size = initialized.getBlockSize();
    requireWhole(size, data);
    byte[] result = new byte[data.length];
    for (int at = 0; at < data.length; at += size) {
      initialized.processBlock(data, at, result, at);
    }
    return result;
  }

  /** Enciphers in CBC mode, beginning with a block of zeros. */
  static byte[] encipherCbc(Supplier<BlockCipher> engine, byte[] key, byte[] data) {
    return with(
        key,
        parameter -> {
          BlockCipher cipher = engine.get();
          cipher.init(true, parameter);
          int size = cipher.getBlockSize();
          requireWhole(size, data);
          byte[] result = data.clone();
          for (int at = 0; at < result.length; at += size) {
            if (at > 0) {
              xor(result, at - size, result, at, size);
            }
            cipher.processBlock(result, at, result, at);
          }
          return result;
        });
  }

  /** Deciphers what {@link #encipherCbc} enciphered. */
  static byte[] decipherCbc(Supplier<BlockCipher> engine, byte[] key, byte[] data) {
    return with(
        key,
        parameter -> {
          BlockCipher cipher = engine.get();
          cipher.init(false, parameter);
          int size = cipher.getBlockSize();
          byte[] result = ecb(cipher, data);
          for (int at = size; at < result.length; at += size) {
            xor(data, at - size, result, at, size);
          }
          return result;
        });
  }

  /** Adds bytes of one array to those of another, by exclusive-or. */
  static void xor(byte[] from, int fromAt, byte[] to, int toAt, int length) {
    for (int i = 0; i < length; i++) {
      to[toAt + i] ^= from[fromAt + i];
    }
  }

  private static void requireWhole(int size, byte[] data) {
    if (data.length % size != 0) {
      throw new IllegalArgumentException("not a multiple of " + size + " bytes: " + data.length);
    }
  }
}
