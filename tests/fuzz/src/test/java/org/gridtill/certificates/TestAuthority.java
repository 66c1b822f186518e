package org.gridtill.certificates;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** An authority that has issued nothing yet. */
final class TestAuthority {

  static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
  static final Instant LATER = NOW.plus(Duration.ofDays(30));
  static final KeyPair KEY = TestRequest.keyPair("secp256r1");

  private static final SubjectPublicKeyInfo PUBLIC =
      SubjectPublicKeyInfo.getInstance(KEY.getPublic().getEncoded());
  private static final Profile PROFILE = Profile.authority("Utility", NOW, LATER);

  static final Issuer ISSUER =
      new Issuer(
          PROFILE.subject(),
          PUBLIC,
          data -> TestRequest.sign("SHA256withECDSA", KEY.getPrivate(), data));
  static final X509Certificate CERTIFICATE = ISSUER.issue(PROFILE, PUBLIC, BigInteger.TEN);

  private TestAuthority() {}

  /** Returns something as bytes and as text. */
  static Stream<byte[]> bothForms(String label, byte[] der) {
    return Stream.of(der, Pem.encode(label, der).getBytes(StandardCharsets.US_ASCII));
  }
}
