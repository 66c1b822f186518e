package org.gridtill.certificates;

import java.security.cert.PKIXParameters;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x509.Time;

/** Times of certificates. The JDK says them in old dates, which nobody else has to see. */
final class CertificateDates {

  /** From here on RFC 5280 writes the whole year. */
  private static final int WHOLE_YEAR = 2050;

  private static final DateTimeFormatter SHORT = formatter("yyMMddHHmmss'Z'");
  private static final DateTimeFormatter LONG = formatter("yyyyMMddHHmmss'Z'");

  private CertificateDates() {}

  static Instant from(X509Certificate certificate) {
    return certificate.getNotBefore().toInstant();
  }

  static Instant to(X509Certificate certificate) {
    return certificate.getNotAfter().toInstant();
  }

  static Instant madeAt(X509CRL list) {
    return list.getThisUpdate().toInstant();
  }

  /** Returns until when a list is good; null if it does not say. */
  static Instant goodUntil(X509CRL list) {
    return list.getNextUpdate() == null ? null : list.getNextUpdate().toInstant();
  }

  static Instant revokedAt(X509CRLEntry entry) {
    return entry.getRevocationDate().toInstant();
  }

  /** Has a path judged as of a moment. */
  static void judgeAt(PKIXParameters parameters, Instant moment) {
    parameters.setDate(Date.from(moment));
  }

  /** Returns a moment as a certificate has it, in whole seconds. */
  static Time encoded(Instant moment) {
    int year = moment.atOffset(ZoneOffset.UTC).getYear();
    return year < WHOLE_YEAR
        ? new Time(new DERUTCTime(SHORT.format(moment)))
        : new Time(new DERGeneralizedTime(LONG.format(moment)));
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
