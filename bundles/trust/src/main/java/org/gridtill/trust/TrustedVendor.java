package org.gridtill.trust;

import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridtill.api.platform.trust.Vendor;

/**
 * A vendor with its certificate, and whether what somebody has signed counts as its.
 *
 * @param vendor what is told about it
 * @param certificate the one that operations trust
 */
record TrustedVendor(Vendor vendor, X509Certificate certificate) {

  private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
  private static final String ANY_USE = "2.5.29.37.0";

  /**
   * Tells whether who signed is this vendor: by this very certificate, or, if this is an
   * authority's, by one that it has issued. That a subject is the same means nothing.
   */
  boolean knows(List<X509Certificate> chain) {
    return chain.get(0).equals(certificate)
        || issues() && (chain.contains(certificate) || isIssuerOf(chain.get(chain.size() - 1)));
  }

  /**
   * Returns why a signature of this vendor does not count, as the end of a sentence; empty if it
   * does.
   *
   * @param chain one that it {@link #knows}
   */
  Optional<String> obstacle(List<X509Certificate> chain) {
    Optional<String> own = CertificateDates.obstacle(certificate);
    if (own.isPresent()) {
      return own.map(why -> "the certificate of vendor " + vendor.alias() + " " + why);
    }
    X509Certificate signer = chain.get(0);
    if (!maySignCode(signer)) {
      return Optional.of("its signer's certificate is not meant for signing code");
    }
    return signer.equals(certificate) ? Optional.empty() : obstacleOnTheWay(chain);
  }

  private Optional<String> obstacleOnTheWay(List<X509Certificate> chain) {
    int end = chain.indexOf(certificate);
    try {
      CertPath path =
          CertificateFactory.getInstance("X.509")
              .generateCertPath(end < 0 ? chain : chain.subList(0, end));
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(certificate, null)));
      // There is no line to anybody's revocation lists; vendor-revoke is what there is.
      parameters.setRevocationEnabled(false);
      CertPathValidator.getInstance("PKIX").validate(path, parameters);
      return Optional.empty();
    } catch (CertPathValidatorException e) {
      return Optional.of(words(chain.get(0), e));
    } catch (CertificateException
        | InvalidAlgorithmParameterException
        | NoSuchAlgorithmException e) {
      return Optional.of("its signer's certificate cannot be checked: " + e.getMessage());
    }
  }

  private String words(X509Certificate signer, CertPathValidatorException e) {
    return e.getReason() == BasicReason.EXPIRED || e.getReason() == BasicReason.NOT_YET_VALID
        ? CertificateDates.obstacle(signer)
            .map(why -> "its signer's certificate " + why)
            .orElse("the certificate of an authority between its signer and vendor has expired")
        : "its signer's certificate does not lead to vendor "
            + vendor.alias()
            + ": "
            + e.getMessage();
  }

  private boolean issues() {
    return certificate.getBasicConstraints() >= 0;
  }

  private boolean isIssuerOf(X509Certificate last) {
    return last.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
  }

  private static boolean maySignCode(X509Certificate signer) {
    try {
      boolean[] usage = signer.getKeyUsage();
      List<String> purposes = signer.getExtendedKeyUsage();
      return (usage == null || usage[0])
          && (purposes == null || purposes.contains(CODE_SIGNING) || purposes.contains(ANY_USE));
    } catch (CertificateParsingException e) {
      return false;
    }
  }
}
