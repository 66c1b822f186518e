package org.gridtill.trust;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates as text. */
final class Pem {

  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";
  private static final Pattern BLOCK =
      Pattern.compile(BEGIN + "[A-Za-z0-9+/=\\s]+" + END, Pattern.DOTALL);
  private static final int LINE = 64;

  private Pem() {}

  /**
   * Returns the one certificate in a text.
   *
   * @throws IllegalArgumentException if it has none, several, or a private key
   */
  static X509Certificate read(String text) {
    if (text.contains("PRIVATE KEY")) {
      throw new IllegalArgumentException(
          "this file holds a private key, which its owner must never give to anybody");
    }
    Matcher block = BLOCK.matcher(text);
    if (!block.find()) {
      throw new IllegalArgumentException("this file holds no certificate in PEM form");
    }
    String found = block.group();
    if (block.find()) {
      throw new IllegalArgumentException("this file holds several certificates");
    }
    return parse(found);
  }

  private static X509Certificate parse(String block) {
    try {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(block.getBytes(StandardCharsets.US_ASCII)));
      return (X509Certificate) found.iterator().next();
    } catch (CertificateException e) {
      throw new IllegalArgumentException("the certificate cannot be read: " + e.getMessage(), e);
    }
  }

  static String write(X509Certificate certificate) {
    Base64.Encoder encoder = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
    return BEGIN + "\n" + encoder.encodeToString(encoded(certificate)) + "\n" + END + "\n";
  }

  static String fingerprint(X509Certificate certificate) {
    return Sha256.forPeople(encoded(certificate));
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("the certificate cannot be read: " + e.getMessage(), e);
    }
  }
}
