package org.gridtill.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;

/**
 * A master key of 32 bytes, sealed in this process's memory. Keys are derived from it by NIST SP
 * 800-108 in counter mode with HMAC-SHA-256, of which one round is enough.
 */
final class KeystoreMasterKey implements MasterKey {

  private static final String LABEL = "gridtill/wrap";
  private static final int ID_BYTES = 8;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Sealed key;
  private final String id;

  KeystoreMasterKey(Sealed key) {
    this.key = key;
    byte[] name = hmac("gridtill/vault-key-id".getBytes(StandardCharsets.US_ASCII));
    this.id = HexFormat.of().formatHex(name, 0, ID_BYTES);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public byte[] derive(byte[] context) {
    byte[] label = LABEL.getBytes(StandardCharsets.US_ASCII);
    byte[] input =
        ByteBuffer.allocate(Integer.BYTES + label.length + 1 + context.length + Integer.BYTES)
            .putInt(1)
            .put(label)
            .put((byte) 0)
            .put(context)
            .putInt(DERIVED_BYTES * Byte.SIZE)
            .array();
    return hmac(input);
  }

  /** The first version wrapped under the key itself, by AES-256-GCM with a random nonce. */
  @Override
  public byte[] unwrapFirst(byte[] wrapped, byte[] context) {
    byte[] nonce = Arrays.copyOf(wrapped, NONCE_BYTES);
    return key.with(
        bytes ->
            Blocks.with(
                bytes,
                parameter -> {
                  GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
                  cipher.init(false, new AEADParameters(parameter, TAG_BITS, nonce, context));
                  int length = wrapped.length - NONCE_BYTES;
                  byte[] plain = new byte[cipher.getOutputSize(length)];
                  try {
                    int done = cipher.processBytes(wrapped, NONCE_BYTES, length, plain, 0);
                    cipher.doFinal(plain, done);
                    return plain;
                  } catch (InvalidCipherTextException e) {
                    Arrays.fill(plain, (byte) 0);
                    throw new IllegalStateException("not wrapped under this key for this", e);
                  }
                }));
  }

  private byte[] hmac(byte[] input) {
    return key.with(
        bytes ->
            Blocks.with(
                bytes,
                parameter -> {
                  HMac mac = new HMac(new SHA256Digest());
                  mac.init(parameter);
                  mac.update(input, 0, input.length);
                  byte[] result = new byte[mac.getMacSize()];
                  mac.doFinal(result, 0);
                  return result;
                }));
  }
}
