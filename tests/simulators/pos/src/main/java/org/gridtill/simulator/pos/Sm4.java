package org.gridtill.simulator.pos;

import java.util.Arrays;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 on single blocks, and the code of a message by the steps of the protocol's description. */
final class Sm4 {

  private static final int BLOCK = 16;

  private Sm4() {}

  /** Enciphers one block. */
  static byte[] encipher(byte[] key, byte[] block) {
    return run(true, key, block);
  }

  /** Deciphers one block. */
  static byte[] decipher(byte[] key, byte[] block) {
    return run(false, key, block);
  }

  /** Returns the last block of the chain over the message's digest, 16 bytes. */
  static byte[] mac(byte[] key, byte[] data) {
    byte[] digest = sm3(data);
    byte[] chain = encipher(key, Arrays.copyOf(digest, BLOCK));
    for (int i = 0; i < BLOCK; i++) {
      chain[i] ^= digest[BLOCK + i];
    }
    return encipher(key, chain);
  }

  /** Returns the digest of data, 32 bytes. */
  static byte[] sm3(byte[] data) {
    SM3Digest digest = new SM3Digest();
    digest.update(data, 0, data.length);
    byte[] result = new byte[2 * BLOCK];
    digest.doFinal(result, 0);
    return result;
  }

  private static byte[] run(boolean encipher, byte[] key, byte[] block) {
    if (block.length != BLOCK) {
      throw new IllegalArgumentException("a block has 16 bytes, not " + block.length);
    }
    SM4Engine engine = new SM4Engine();
    engine.init(encipher, new KeyParameter(key));
    byte[] result = new byte[BLOCK];
    engine.processBlock(block, 0, result, 0);
    return result;
  }
}
