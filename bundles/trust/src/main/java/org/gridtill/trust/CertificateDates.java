package org.gridtill.trust;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** When certificates are valid. The JDK says so in old dates, which nobody else has to see. */
final class CertificateDates {

  private CertificateDates() {}

  static Instant from(X509Certificate certificate) {
    return certificate.getNotBefore().toInstant();
  }

  static Instant to(X509Certificate certificate) {
    return certificate.getNotAfter().toInstant();
  }

  /** Returns why a certificate is not valid now, as the end of a sentence; empty if it is. */
  static Optional<String> obstacle(X509Certificate certificate) {
    try {
      certificate.checkValidity();
      return Optional.empty();
    } catch (CertificateExpiredException e) {
      return Optional.of("expired on " + to(certificate));
    } catch (CertificateNotYetValidException e) {
      return Optional.of("is not valid before " + from(certificate));
    }
  }
}
