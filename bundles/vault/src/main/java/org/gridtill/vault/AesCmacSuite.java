package org.gridtill.vault;

import java.util.Arrays;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;

/**
 * AES-128 (FIPS 197) with CMAC (NIST SP 800-38B, RFC 4493), of which a message carries the first 8
 * bytes. The check value is taken from the CMAC of a block of zeros, as ANSI X9.24-1 has it for
 * AES: that of the plain cipher would give away a part of what CMAC keeps secret.
 */
final class AesCmacSuite extends BlockSuite {

  private static final int BLOCK_BYTES = 16;

  AesCmacSuite() {
    super(AESEngine::newInstance);
  }

  @Override
  public byte[] checkValue(byte[] key) {
    return Arrays.copyOf(cmac(key, new byte[BLOCK_BYTES]), CHECK_VALUE_BYTES);
  }

  @Override
  public byte[] mac(byte[] key, byte[] data) {
    return Arrays.copyOf(cmac(key, data), CODE_BYTES);
  }

  private byte[] cmac(byte[] key, byte[] data) {
    return Blocks.with(
        key,
        parameter -> {
          CMac mac = new CMac(engine());
          mac.init(parameter);
          mac.update(data, 0, data.length);
          byte[] code = new byte[mac.getMacSize()];
          mac.doFinal(code, 0);
          return code;
        });
  }
}
