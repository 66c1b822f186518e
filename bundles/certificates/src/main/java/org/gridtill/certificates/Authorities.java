package org.gridtill.certificates;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.certificates.Authority;
import org.gridtill.store.certificates.AuthorityRow;

/** The authorities that are trusted: the utility's, from a file, and the platform's own. */
final class Authorities {

  private final JpaTemplate jpa;
  private final List<X509Certificate> configured;

  Authorities(JpaTemplate jpa, List<X509Certificate> configured) {
    this.jpa = jpa;
    this.configured = List.copyOf(configured);
  }

  /**
   * One of the platform's own.
   *
   * @param keyNumber its key in the vault
   */
  record Own(long keyNumber, X509Certificate certificate) {}

  /** Returns the platform's own, the newest, which issues, first. */
  List<Own> own() {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            em
                .createQuery(
                    "select a from AuthorityRow a order by a.number desc", AuthorityRow.class)
                .getResultList()
                .stream()
                .map(row -> new Own(row.number(), X509.ofBase64(row.certificate())))
                .toList());
  }

  Optional<Own> issuing() {
    return own().stream().findFirst();
  }

  List<X509Certificate> configured() {
    return configured;
  }

  /** Returns all that are trusted. */
  List<X509Certificate> all() {
    List<X509Certificate> all = new ArrayList<>();
    own().forEach(own -> all.add(own.certificate()));
    all.addAll(configured);
    return all;
  }

  void add(long keyNumber, X509Certificate certificate, Instant at, String person) {
    AuthorityRow row =
        new AuthorityRow(
            keyNumber,
            Digests.of(certificate),
            Base64.getEncoder().encodeToString(der(certificate)),
            at.toEpochMilli(),
            person);
    jpa.tx(TransactionType.Required, em -> em.persist(row));
  }

  static Authority described(X509Certificate certificate, boolean own) {
    return new Authority(
        own,
        X509.name(certificate.getSubjectX500Principal()),
        X509.serialNo(certificate),
        CertificateDates.to(certificate),
        Digests.of(certificate),
        Pem.encode(Pem.CERTIFICATE, der(certificate)));
  }

  static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate cannot be encoded", e);
    }
  }
}
