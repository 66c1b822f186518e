package org.gridtill.certificates;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.certificates.Certificate;
import org.gridtill.store.certificates.CertificateRow;

/** The registered certificates. Each method is atomic, and right with several nodes at once. */
final class CertificateTable {

  private final JpaTemplate jpa;

  CertificateTable(JpaTemplate jpa) {
    this.jpa = jpa;
  }

  /**
   * A certificate with what only this bundle needs of it.
   *
   * @param base64 the certificate itself
   */
  record Entry(Certificate certificate, String issuerFingerprint, String base64) {}

  /** What is to be registered. */
  record New(
      X509Certificate x509,
      String onceKey,
      String issuerFingerprint,
      Certificate.Use use,
      String holder,
      Instant at,
      String person) {}

  /**
   * Registers a certificate, committed when this returns.
   *
   * @throws RuntimeException if there is one already that the same may be issued for only once
   */
  Entry insert(New each) {
    CertificateRow row =
        new CertificateRow(
            Digests.of(each.x509()),
            each.onceKey(),
            X509.serialNo(each.x509()),
            each.issuerFingerprint(),
            X509.name(each.x509().getIssuerX500Principal()),
            each.use().name(),
            each.holder(),
            CertificateDates.from(each.x509()).toEpochMilli(),
            CertificateDates.to(each.x509()).toEpochMilli(),
            base64(each.x509()),
            each.at().toEpochMilli(),
            each.person(),
            null,
            null,
            null);
    jpa.tx(TransactionType.Required, em -> em.persist(row));
    return entry(row);
  }

  Optional<Entry> ofFingerprint(String fingerprint) {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            Optional.ofNullable(em.find(CertificateRow.class, fingerprint))
                .map(row -> fresh(em, row)));
  }

  Optional<Entry> ofOnceKey(String onceKey) {
    return select("where c.onceKey = ?1", onceKey).stream().findFirst();
  }

  List<Entry> ofSerialNo(String serialNo) {
    return select("where c.serialNo = ?1", serialNo);
  }

  List<Entry> ofIssuer(String fingerprint) {
    return select("where c.issuerFingerprint = ?1 order by c.revokedAt", fingerprint);
  }

  List<Entry> all() {
    return select("order by c.holder, c.registeredAt");
  }

  /** Revokes a certificate that is good; returns false if it is revoked already. */
  boolean revoke(String fingerprint, Certificate.Revocation reason, Instant at, String person) {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            em.createNativeQuery(
                        "update gt_certificate set revocation = ?1, revoked_at = ?2,"
                            + " revoked_by = ?3 where fingerprint = ?4 and revocation is null")
                    .setParameter(1, reason.name())
                    .setParameter(2, at.toEpochMilli())
                    .setParameter(3, person)
                    .setParameter(4, fingerprint)
                    .executeUpdate()
                == 1);
  }

  private List<Entry> select(String condition, Object... parameters) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          var query =
              em.createQuery("select c from CertificateRow c " + condition, CertificateRow.class);
          for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
          }
          return query.getResultList().stream().map(row -> fresh(em, row)).toList();
        });
  }

  /** The row may be older than an update of this transaction, which goes past the entity. */
  private static Entry fresh(EntityManager em, CertificateRow row) {
    em.refresh(row);
    return entry(row);
  }

  private static Entry entry(CertificateRow row) {
    return new Entry(
        new Certificate(
            row.serialNo(),
            Certificate.Use.valueOf(row.use()),
            row.holder(),
            row.issuer(),
            Instant.ofEpochMilli(row.notBefore()),
            Instant.ofEpochMilli(row.notAfter()),
            row.revocation() == null ? null : Certificate.Revocation.valueOf(row.revocation()),
            row.revokedAt() == null ? null : Instant.ofEpochMilli(row.revokedAt()),
            Instant.ofEpochMilli(row.registeredAt()),
            row.registeredBy(),
            row.fingerprint()),
        row.issuerFingerprint(),
        row.certificate());
  }

  private static String base64(X509Certificate certificate) {
    try {
      byte[] der = certificate.getEncoded();
      if (der.length > X509.LONGEST) {
        throw new IllegalArgumentException(
            "the certificate has more than " + X509.LONGEST + " bytes");
      }
      return Base64.getEncoder().encodeToString(der);
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("the certificate cannot be read", e);
    }
  }
}
