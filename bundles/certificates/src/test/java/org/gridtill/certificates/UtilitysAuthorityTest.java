package org.gridtill.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.gridtill.api.platform.certificates.Certificate;
import org.gridtill.api.platform.certificates.Certificate.Revocation;
import org.gridtill.api.platform.certificates.CertificateDesk;
import org.gridtill.api.platform.certificates.CertificateFinding.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The utility has an authority of its own; here certificates are only registered. */
class UtilitysAuthorityTest {

  private final CertificatesSite site = new CertificatesSite();
  private final KeyPair authorityKey = TestRequest.keyPair("secp384r1");
  private final KeyPair device = TestRequest.keyPair("secp256r1");
  private X509Certificate authority;
  private CertificateDesk desk;

  @BeforeEach
  void open() {
    site.register("T1", "A001", "pos");
    site.register("T2", "A001", "pos");
    Profile profile = Profile.authority("Utility", past(), site.now().plus(Duration.ofDays(3_000)));
    authority = issuer(profile).issue(profile, key(authorityKey), BigInteger.TEN);
    desk = site.desk(authority);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Instant past() {
    return site.now().minus(Duration.ofDays(1));
  }

  private Issuer issuer(Profile profile) {
    return new Issuer(
        profile.subject(),
        key(authorityKey),
        data -> TestRequest.sign("SHA256withECDSA", authorityKey.getPrivate(), data));
  }

  private Issuer issuer() {
    return Issuer.of(
        authority, data -> TestRequest.sign("SHA256withECDSA", authorityKey.getPrivate(), data));
  }

  private static SubjectPublicKeyInfo key(KeyPair pair) {
    return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
  }

  private X509Certificate issue(int serial, Instant from, Instant to) {
    return issuer()
        .issue(Profile.terminal("T1", "", from, to), key(device), BigInteger.valueOf(serial));
  }

  private static byte[] pem(X509Certificate certificate) {
    return Pem.encode(Pem.CERTIFICATE, Authorities.der(certificate))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private X509Certificate good(int serial) {
    return issue(serial, past(), site.now().plus(Duration.ofDays(100)));
  }

  private byte[] list(Instant at, int... serials) {
    List<Certificate> revoked =
        java.util.Arrays.stream(serials)
            .mapToObj(
                serial ->
                    new Certificate(
                        Integer.toHexString(serial),
                        Certificate.Use.TERMINAL,
                        "",
                        "",
                        at,
                        at,
                        Revocation.KEY_COMPROMISE,
                        at,
                        at,
                        "",
                        ""))
            .toList();
    return issuer().revocationList(revoked, 1, at, at.plus(Duration.ofDays(7)));
  }

  @Test
  void onlyWhatIsRegisteredGetsIn() {
    X509Certificate certificate = good(77);
    assertThat(site.judge(authority).judge(List.of(certificate)).verdict())
        .isEqualTo(Verdict.UNREGISTERED);
    Certificate registered = desk.register("T1", pem(certificate), "alice");
    assertThat(registered.serialNo()).isEqualTo("4d");
    assertThat(desk.register("T1", pem(certificate), "bob")).isEqualTo(registered);
    assertThat(site.judge(authority).judge(List.of(certificate)).verdict()).isEqualTo(Verdict.GOOD);
    assertThatThrownBy(() -> desk.register("T2", pem(certificate), "bob"))
        .hasMessage("this certificate is registered for terminal T1");
    assertThat(site.judge().judge(List.of(certificate)).verdict())
        .as("where that authority is not trusted")
        .isEqualTo(Verdict.FOREIGN);
  }

  @Test
  void thePlatformIssuesNothing() {
    assertThatThrownBy(() -> desk.create("Own", "alice"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("trustAnchors");
    assertThatThrownBy(() -> desk.enroll("T1", TestRequest.of(device), "alice"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsNotGoodIsNotRegistered() {
    assertThatThrownBy(
            () -> desk.register("T1", pem(issue(5, past(), site.now().minusSeconds(1))), "alice"))
        .hasMessageContaining("EXPIRED");
    Instant later = site.now().plusSeconds(60);
    assertThatThrownBy(
            () -> desk.register("T1", pem(issue(6, later, later.plusSeconds(60))), "alice"))
        .hasMessageContaining("NOT_YET_VALID");
    X509Certificate server =
        issuer()
            .issue(
                Profile.server(List.of("a.cn"), past(), later), key(device), BigInteger.valueOf(7));
    assertThatThrownBy(() -> desk.register("T1", pem(server), "alice"))
        .hasMessageContaining("WRONG_USAGE");
    assertThatThrownBy(() -> desk.register("T1", pem(authority), "alice"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anotherOfTheSameNameIsForeign() {
    KeyPair thief = TestRequest.keyPair("secp256r1");
    Issuer forger =
        Issuer.of(authority, data -> TestRequest.sign("SHA256withECDSA", thief.getPrivate(), data));
    X509Certificate forged =
        forger.issue(
            Profile.terminal("T1", "", past(), site.now().plusSeconds(60)),
            key(device),
            BigInteger.TWO);
    assertThat(site.judge(authority).judge(List.of(forged)).verdict()).isEqualTo(Verdict.FOREIGN);
  }

  @Test
  void timeEndsWhatWasGood() {
    X509Certificate certificate = good(77);
    desk.register("T1", pem(certificate), "alice");
    site.pass(Duration.ofDays(101));
    assertThat(site.judge(authority).judge(List.of(certificate)).verdict())
        .isEqualTo(Verdict.EXPIRED);
    assertThat(site.judge(authority).judgeAgain(Digests.of(certificate)).verdict())
        .isEqualTo(Verdict.EXPIRED);
  }

  @Test
  void itsListRevokesWhatIsRegisteredAndWhatComesLater() {
    X509Certificate there = good(77);
    X509Certificate later = good(78);
    desk.register("T1", pem(there), "alice");
    assertThat(desk.importRevocationList(list(site.now(), 77, 78, 99), "alice")).isEqualTo(1);
    assertThat(site.judge(authority).judge(List.of(there)).verdict()).isEqualTo(Verdict.REVOKED);
    assertThatThrownBy(() -> desk.register("T1", pem(later), "alice"))
        .hasMessage("its authority has revoked the certificate");
    assertThat(desk.importRevocationList(list(site.now(), 77), "alice")).as("again").isZero();
  }

  @Test
  void listsThatAreForgedOldOrReplayedAreRefused() {
    byte[] older = list(site.now().minusSeconds(60), 1);
    byte[] outdated = list(site.now().minus(Duration.ofDays(8)), 1);
    desk.importRevocationList(list(site.now()), "alice");
    assertThatThrownBy(() -> desk.importRevocationList(older, "alice"))
        .hasMessageContaining("a newer list");
    assertThatThrownBy(() -> desk.importRevocationList(outdated, "alice"))
        .hasMessageContaining("get a newer one");
    assertThatThrownBy(() -> desk.importRevocationList(list(site.now().plusSeconds(3_600)), "a"))
        .hasMessageContaining("from the future");
    byte[] forged = list(site.now(), 77);
    forged[forged.length - 1] ^= 1;
    assertThatThrownBy(() -> desk.importRevocationList(forged, "alice"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> site.desk().importRevocationList(list(site.now(), 77), "alice"))
        .hasMessageContaining("no trusted authority has signed");
    assertThatThrownBy(() -> desk.importRevocationList(new byte[] {0x30, 1, 2}, "alice"))
        .hasMessageContaining("not a list");
  }
}
