package org.gridtill.certificates;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256. */
final class Digests {

  private static final int IDENTIFIER_BYTES = 20;

  private Digests() {}

  static String hex(byte[] data) {
    return HexFormat.of().formatHex(sha256(data));
  }

  /** Returns the fingerprint of a certificate. */
  static String of(X509Certificate certificate) {
    try {
      return hex(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("the certificate cannot be read", e);
    }
  }

  /** Returns what a key is called in certificates, by the first method of RFC 7093. */
  static byte[] keyIdentifier(byte[] publicKeyBits) {
    return Arrays.copyOf(sha256(publicKeyBits), IDENTIFIER_BYTES);
  }

  private static byte[] sha256(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the Java runtime has no SHA-256", e);
    }
  }
}
