package org.gridtill.certificates;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;

/** A device's request, put together byte by byte, so that each of them can be wrong. */
public final class TestRequest {

  private static final byte[] ECDSA_SHA256 = hex("300a06082a8648ce3d040302");
  private static final byte[] RSA_SHA256 = hex("300d06092a864886f70d01010b0500");

  private TestRequest() {}

  /** Makes a key on a curve. */
  public static KeyPair keyPair(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static KeyPair rsa(int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  /** Makes a request as it should be. */
  public static byte[] of(KeyPair pair) {
    return of(pair, "CN=somebody else");
  }

  /** Makes a request with any subject. */
  static byte[] of(KeyPair pair, String commonName) {
    return request(info(pair.getPublic(), commonName, 0), pair.getPrivate());
  }

  static byte[] info(PublicKey key, String commonName, int version) {
    byte[] name =
        tlv(
            0x30,
            tlv(
                0x31,
                tlv(
                    0x30,
                    hex("0603550403"),
                    tlv(0x0c, commonName.getBytes(StandardCharsets.UTF_8)))));
    return tlv(0x30, tlv(0x02, new byte[] {(byte) version}), name, key.getEncoded(), tlv(0xa0));
  }

  static byte[] request(byte[] info, PrivateKey key) {
    boolean isRsa = key.getAlgorithm().equals("RSA");
    String algorithm = isRsa ? "SHA256withRSA" : "SHA256withECDSA";
    return request(info, isRsa ? RSA_SHA256 : ECDSA_SHA256, sign(algorithm, key, info));
  }

  static byte[] request(byte[] info, byte[] algorithm, byte[] signature) {
    byte[] bits = new byte[signature.length + 1];
    System.arraycopy(signature, 0, bits, 1, signature.length);
    return tlv(0x30, info, algorithm, tlv(0x03, bits));
  }

  static byte[] sign(String algorithm, PrivateKey key, byte[] data) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(data);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] tlv(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(content::writeBytes);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(tag);
    int length = content.size();
    if (length >= 256) {
      all.write(0x82);
      all.write(length >> 8);
    } else if (length >= 128) {
      all.write(0x81);
    }
    all.write(length);
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
