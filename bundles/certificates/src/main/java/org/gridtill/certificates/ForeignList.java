package org.gridtill.certificates;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridtill.api.platform.certificates.Certificate.Revocation;

/**
 * What another authority has revoked, checked.
 *
 * @param authority the fingerprint of its certificate
 * @param madeAt when it made the list
 * @param items what it has revoked, by serial number
 */
record ForeignList(String authority, Instant madeAt, Map<String, Item> items) {

  private static final int LONGEST = 16_000_000;
  private static final Duration SKEW = Duration.ofMinutes(10);
  private static final String WHAT = "a list of revoked certificates (X.509 CRL)";
  private static final List<String> PARTIAL = List.of("2.5.29.27", "2.5.29.28");
  private static final int CRL_SIGN = 6;

  ForeignList {
    items = Map.copyOf(items);
  }

  /** A certificate that was revoked. */
  record Item(Revocation reason, Instant at) {}

  /**
   * Reads and checks a list.
   *
   * @throws IllegalArgumentException if it is none, or not good, saying why
   */
  static ForeignList read(byte[] input, List<X509Certificate> authorities, Instant now) {
    X509CRL list = parsed(input);
    for (String extension : PARTIAL) {
      if (list.getExtensionValue(extension) != null) {
        throw new IllegalArgumentException("this list tells only a part; import the whole one");
      }
    }
    if (list.hasUnsupportedCriticalExtension()) {
      throw new IllegalArgumentException("this list has a critical extension that is not known");
    }
    X509Certificate authority = signer(list, authorities);
    Instant until = CertificateDates.goodUntil(list);
    if (CertificateDates.madeAt(list).isAfter(now.plus(SKEW))) {
      throw new IllegalArgumentException("this list is from the future");
    }
    if (until != null && until.isBefore(now)) {
      throw new IllegalArgumentException("this list was good until " + until + "; get a newer one");
    }
    return new ForeignList(Digests.of(authority), CertificateDates.madeAt(list), items(list));
  }

  private static X509CRL parsed(byte[] input) {
    List<byte[]> blocks = Pem.decode(input, Set.of(Pem.LIST), LONGEST, WHAT);
    if (blocks.size() > 1) {
      throw new IllegalArgumentException("these are several lists; import one after the other");
    }
    try {
      return (X509CRL)
          CertificateFactory.getInstance("X.509")
              .generateCRL(new ByteArrayInputStream(blocks.get(0)));
    } catch (CRLException | CertificateException e) {
      throw new IllegalArgumentException("this is not " + WHAT, e);
    }
  }

  private static X509Certificate signer(X509CRL list, List<X509Certificate> authorities) {
    for (X509Certificate each : authorities) {
      boolean[] usage = each.getKeyUsage();
      if (each.getSubjectX500Principal().equals(list.getIssuerX500Principal())
          && (usage == null || usage[CRL_SIGN])) {
        try {
          list.verify(each.getPublicKey());
          return each;
        } catch (GeneralSecurityException e) {
          // Perhaps another one of the same name.
          continue;
        }
      }
    }
    throw new IllegalArgumentException(
        "no trusted authority has signed this list of " + X509.name(list.getIssuerX500Principal()));
  }

  private static Map<String, Item> items(X509CRL list) {
    Map<String, Item> items = new HashMap<>();
    Set<? extends X509CRLEntry> entries = list.getRevokedCertificates();
    if (entries == null) {
      return items;
    }
    for (X509CRLEntry each : entries) {
      if (each.getCertificateIssuer() != null
          && !each.getCertificateIssuer().equals(list.getIssuerX500Principal())) {
        throw new IllegalArgumentException("this list is about other authorities' certificates");
      }
      Revocation reason =
          each.getRevocationReason() == null
              ? Revocation.UNSPECIFIED
              : Revocation.ofCode(each.getRevocationReason().ordinal());
      items.put(
          each.getSerialNumber().toString(16), new Item(reason, CertificateDates.revokedAt(each)));
    }
    return items;
  }
}
