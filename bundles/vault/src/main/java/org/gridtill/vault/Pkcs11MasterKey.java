package org.gridtill.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.Provider;
import java.security.ProviderException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/**
 * A master key in a security module, which it never leaves. Keys are derived from it by NIST SP
 * 800-108 in counter mode with CMAC (NIST SP 800-38B); the module does CBC mode, of which CMAC is
 * made here, since every module does that.
 */
final class Pkcs11MasterKey implements MasterKey {

  private static final String LABEL = "gridtill/wrap";
  private static final int BLOCK = 16;
  private static final int POLYNOMIAL = 0x87;
  private static final int ID_BYTES = 8;

  private final Key key;
  private final Provider provider;
  private final String id;

  Pkcs11MasterKey(Key key, Provider provider) {
    this.key = key;
    this.provider = provider;
    byte[] name = cmac("gridtill/vault-key-id".getBytes(StandardCharsets.US_ASCII));
    this.id = HexFormat.of().formatHex(name, 0, ID_BYTES);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public byte[] derive(byte[] context) {
    byte[] derived = new byte[DERIVED_BYTES];
    for (int round = 1; round <= DERIVED_BYTES / BLOCK; round++) {
      byte[] part = cmac(input(round, context));
      System.arraycopy(part, 0, derived, (round - 1) * BLOCK, BLOCK);
      Arrays.fill(part, (byte) 0);
    }
    return derived;
  }

  private static byte[] input(int round, byte[] context) {
    byte[] label = LABEL.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(Integer.BYTES + label.length + 1 + context.length + Integer.BYTES)
        .putInt(round)
        .put(label)
        .put((byte) 0)
        .put(context)
        .putInt(DERIVED_BYTES * Byte.SIZE)
        .array();
  }

  byte[] cmac(byte[] data) {
    byte[] subkey = cbc(new byte[BLOCK]);
    doubled(subkey);
    int blocks = Math.max(1, (data.length + BLOCK - 1) / BLOCK);
    byte[] padded = Arrays.copyOf(data, blocks * BLOCK);
    if (data.length < padded.length) {
      padded[data.length] = (byte) 0x80;
      doubled(subkey);
    }
    Blocks.xor(subkey, 0, padded, padded.length - BLOCK, BLOCK);
    Arrays.fill(subkey, (byte) 0);
    byte[] chained = cbc(padded);
    return Arrays.copyOfRange(chained, chained.length - BLOCK, chained.length);
  }

  private static void doubled(byte[] block) {
    boolean carries = block[0] < 0;
    for (int i = 0; i < BLOCK; i++) {
      int next = i + 1 < BLOCK ? (block[i + 1] & 0xFF) >> 7 : 0;
      block[i] = (byte) (block[i] << 1 | next);
    }
    if (carries) {
      block[BLOCK - 1] ^= (byte) POLYNOMIAL;
    }
  }

  private byte[] cbc(byte[] blocks) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding", provider);
      cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(new byte[BLOCK]));
      return cipher.doFinal(blocks);
    } catch (GeneralSecurityException | ProviderException e) {
      throw new IllegalStateException("the security module does not answer", e);
    }
  }
}
