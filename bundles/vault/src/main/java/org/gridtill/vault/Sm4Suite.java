package org.gridtill.vault;

import java.util.Arrays;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;

/**
 * SM4 (GM/T 0002) and SM3 (GM/T 0004). A message's code is the CBC-MAC under SM4 (GB/T 15852.1,
 * which is ISO 9797-1, algorithm 1) of the message's SM3 digest, and of that the first 8 bytes. All
 * codes are made over the same number of blocks, two, without which CBC-MAC is not safe.
 */
final class Sm4Suite extends BlockSuite {

  private static final int BLOCK_BYTES = 16;

  Sm4Suite() {
    super(SM4Engine::new);
  }

  @Override
  public byte[] checkValue(byte[] key) {
    return Arrays.copyOf(encipher(key, new byte[BLOCK_BYTES]), CHECK_VALUE_BYTES);
  }

  @Override
  public byte[] mac(byte[] key, byte[] data) {
    byte[] chained = encipher(key, digest(data));
    return Arrays.copyOfRange(chained, BLOCK_BYTES, BLOCK_BYTES + CODE_BYTES);
  }

  private static byte[] digest(byte[] data) {
    SM3Digest digest = new SM3Digest();
    digest.update(data, 0, data.length);
    byte[] result = new byte[digest.getDigestSize()];
    digest.doFinal(result, 0);
    return result;
  }
}
