package org.gridtill.certificates;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/** Reads certificates. */
final class X509 {

  /** What fits into the table, as base64. */
  static final int LONGEST = 5_900;

  private static final int LONGEST_CHAIN = 5 * 8_192;
  private static final int LONGEST_NAME = 200;
  private static final String WHAT = "an X.509 certificate";

  private X509() {}

  /** Reads one or more, as PEM or DER. */
  static List<X509Certificate> chain(byte[] input) {
    List<X509Certificate> chain = new ArrayList<>();
    for (byte[] der : Pem.decode(input, Set.of(Pem.CERTIFICATE), LONGEST_CHAIN, WHAT)) {
      chain.add(parse(der));
    }
    return chain;
  }

  static X509Certificate ofBase64(String text) {
    return parse(Base64.getDecoder().decode(text));
  }

  static X509Certificate parse(byte[] der) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw new IllegalArgumentException("this is not " + WHAT, e);
    }
  }

  static String serialNo(X509Certificate certificate) {
    return certificate.getSerialNumber().toString(16);
  }

  /** Returns a serial number as it is kept, however somebody writes it. */
  static String serialNo(String written) {
    String digits = written.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
    if (!digits.matches("[0-9a-f]{1,40}")) {
      throw new IllegalArgumentException(
          "a serial number has 1 to 40 hexadecimal digits, with or without colons: " + written);
    }
    return digits.replaceFirst("^0+(?=.)", "");
  }

  /** Returns a name for people, on one line and without what would spoil a log. */
  static String name(X500Principal principal) {
    String name = principal.getName().replaceAll("[^\\x20-\\x7E]", "?");
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }
}
