package org.gridtill.vault;

import java.util.Arrays;
import org.bouncycastle.crypto.engines.DESEngine;

/** Triple DES with the code of ANSI X9.19, ISO 9797-1 algorithm 3 with padding method 1. */
final class X919Suite extends TripleDesSuite {

  private static final int BLOCK = TripleDes.BLOCK_BYTES;

  /** All blocks but the last are chained under single DES with the left half of the key. */
  @Override
  public byte[] mac(byte[] key, byte[] data) {
    byte[] padded = TripleDes.pad(data);
    int last = padded.length - BLOCK;
    byte[] chain = new byte[BLOCK];
    Blocks.with(
        key,
        0,
        BLOCK,
        left -> {
          DESEngine des = new DESEngine();
          des.init(true, left);
          for (int at = 0; at < last; at += BLOCK) {
            Blocks.xor(padded, at, chain, 0, BLOCK);
            des.processBlock(chain, 0, chain, 0);
          }
          return chain;
        });
    Blocks.xor(padded, last, chain, 0, BLOCK);
    return Arrays.copyOf(TripleDes.encipher(key, chain), CODE_BYTES);
  }
}
