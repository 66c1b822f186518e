package org.gridtill.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Triple DES with the ECB code of UnionPay's POS terminals. It adds all blocks together first, so
 * that blocks which change places leave the code as it was.
 */
final class UnionPayEcbSuite extends TripleDesSuite {

  private static final int BLOCK = TripleDes.BLOCK_BYTES;

  @Override
  public byte[] mac(byte[] key, byte[] data) {
    byte[] padded = TripleDes.pad(data);
    byte[] sum = new byte[BLOCK];
    for (int at = 0; at < padded.length; at += BLOCK) {
      Blocks.xor(padded, at, sum, 0, BLOCK);
    }
    byte[] digits = digits(sum);
    byte[] block = TripleDes.encipher(key, Arrays.copyOf(digits, BLOCK));
    Blocks.xor(digits, BLOCK, block, 0, BLOCK);
    return Arrays.copyOf(digits(TripleDes.encipher(key, block)), CODE_BYTES);
  }

  /** Writes bytes as characters, two hexadecimal digits each. */
  private static byte[] digits(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
  }
}
