package org.gridtill.certificates;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridtill.api.platform.certificates.CertificateFinding.Verdict;

/** Judges whether a certificate leads to an authority, by the rules of RFC 5280 (PKIX). */
final class Paths {

  private static final int LONGEST = 5;
  private static final String CLIENT = "1.3.6.1.5.5.7.3.2";

  private Paths() {}

  /**
   * What was found.
   *
   * @param issuer who issued the first certificate; null if the verdict is not good
   * @param words what is wrong, as a clause
   */
  record Finding(Verdict verdict, X509Certificate issuer, String words) {

    static Finding bad(Verdict verdict, String words) {
      return new Finding(verdict, null, words);
    }
  }

  /** Judges a chain, in whose beginning is the certificate that matters, as a client's. */
  static Finding judge(
      List<X509Certificate> chain, List<X509Certificate> authorities, Instant now) {
    if (chain.isEmpty() || chain.size() > LONGEST) {
      return Finding.bad(Verdict.MALFORMED, "a chain has 1 to " + LONGEST + " certificates");
    }
    Set<TrustAnchor> anchors = anchors(authorities, now);
    List<X509Certificate> path = upToAnchor(chain, authorities);
    if (anchors.isEmpty() || path.isEmpty()) {
      return Finding.bad(Verdict.FOREIGN, "no trusted authority has issued it");
    }
    try {
      PKIXParameters parameters = new PKIXParameters(anchors);
      parameters.setRevocationEnabled(false);
      CertificateDates.judgeAt(parameters, now);
      CertPath certPath = CertificateFactory.getInstance("X.509").generateCertPath(path);
      PKIXCertPathValidatorResult result =
          (PKIXCertPathValidatorResult)
              CertPathValidator.getInstance("PKIX").validate(certPath, parameters);
      X509Certificate issuer =
          path.size() > 1 ? path.get(1) : result.getTrustAnchor().getTrustedCert();
      return usage(path.get(0), issuer);
    } catch (CertPathValidatorException e) {
      return Finding.bad(verdict(e), "the path to an authority is wrong: " + e.getMessage());
    } catch (GeneralSecurityException e) {
      return Finding.bad(Verdict.MALFORMED, "it cannot be judged: " + e.getMessage());
    }
  }

  /** PKIX does not look at an anchor's own time. */
  private static Set<TrustAnchor> anchors(List<X509Certificate> authorities, Instant now) {
    Set<TrustAnchor> anchors = new HashSet<>();
    for (X509Certificate each : authorities) {
      if (!now.isBefore(CertificateDates.from(each)) && !now.isAfter(CertificateDates.to(each))) {
        anchors.add(new TrustAnchor(each, null));
      }
    }
    return anchors;
  }

  /** An anchor in the chain ends the path, and is not part of it. */
  private static List<X509Certificate> upToAnchor(
      List<X509Certificate> chain, List<X509Certificate> authorities) {
    for (int i = 0; i < chain.size(); i++) {
      if (authorities.contains(chain.get(i))) {
        return chain.subList(0, i);
      }
    }
    return chain;
  }

  private static Finding usage(X509Certificate certificate, X509Certificate issuer) {
    boolean[] keyUsage = certificate.getKeyUsage();
    try {
      List<String> purposes = certificate.getExtendedKeyUsage();
      if (purposes == null || !purposes.contains(CLIENT)) {
        return Finding.bad(Verdict.WRONG_USAGE, "it is not for a client (clientAuth)");
      }
    } catch (CertificateException e) {
      return Finding.bad(Verdict.MALFORMED, "its extended key usage cannot be read");
    }
    if (keyUsage != null && !keyUsage[0]) {
      return Finding.bad(Verdict.WRONG_USAGE, "its key is not for signatures");
    }
    if (certificate.getBasicConstraints() >= 0) {
      return Finding.bad(Verdict.WRONG_USAGE, "it is an authority's");
    }
    return new Finding(Verdict.GOOD, issuer, "it is good");
  }

  private static Verdict verdict(CertPathValidatorException e) {
    CertPathValidatorException.Reason reason = e.getReason();
    if (reason == BasicReason.EXPIRED) {
      return Verdict.EXPIRED;
    }
    if (reason == BasicReason.NOT_YET_VALID) {
      return Verdict.NOT_YET_VALID;
    }
    if (reason == PKIXReason.NO_TRUST_ANCHOR
        || reason == PKIXReason.NAME_CHAINING
        || reason == BasicReason.INVALID_SIGNATURE) {
      return Verdict.FOREIGN;
    }
    return Verdict.MALFORMED;
  }
}
