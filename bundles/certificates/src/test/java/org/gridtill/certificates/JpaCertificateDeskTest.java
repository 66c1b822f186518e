package org.gridtill.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridtill.api.platform.certificates.Certificate;
import org.gridtill.api.platform.certificates.Certificate.Revocation;
import org.gridtill.api.platform.certificates.CertificateDesk;
import org.gridtill.api.platform.certificates.CertificateDesk.Issued;
import org.gridtill.api.platform.certificates.CertificateFinding.Verdict;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.api.platform.terminals.TerminalKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issuing, and what goes wrong with it. */
class JpaCertificateDeskTest {

  private final CertificatesSite site = new CertificatesSite();
  private final CertificateDesk desk = site.desk();
  private final KeyPair device = TestRequest.keyPair("secp256r1");

  @BeforeEach
  void open() {
    site.register("T1", "A001", "pos", TerminalKind.POS, "SN-4711");
    site.register("T2", "A001", "pos");
    desk.create("GridTill Devices", "alice");
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static X509Certificate first(String pem) {
    return X509.chain(pem.getBytes(StandardCharsets.US_ASCII)).get(0);
  }

  private static List<X509Certificate> chain(String pem) {
    return X509.chain(pem.getBytes(StandardCharsets.US_ASCII));
  }

  private Issued enroll(KeyPair pair) {
    return desk.enroll("T1", TestRequest.of(pair), "alice");
  }

  @Test
  void issuesWhatTheTerminalMayHaveAndNotWhatItAsksFor() throws Exception {
    byte[] request = TestRequest.of(device, "Administrator of everything");
    Issued issued = desk.enroll("T1", request, "alice");

    X509Certificate certificate = first(issued.pem());
    assertThat(certificate.getSubjectX500Principal().getName())
        .isEqualTo("2.5.4.5=#1307534e2d34373131,CN=T1");
    assertThat(certificate.getPublicKey()).isEqualTo(device.getPublic());
    assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    assertThat(certificate.getKeyUsage()[0]).isTrue();
    assertThat(certificate.getKeyUsage()[5]).as("signs no certificates").isFalse();
    assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    assertThat(certificate.getCriticalExtensionOIDs())
        .containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    assertThat(names).extracting(name -> name.get(1)).hasToString("[urn:gridtill:terminal:T1]");
    assertThat(certificate.getSerialNumber().bitLength()).isEqualTo(153);
    assertThat(CertificateDates.to(certificate)).isEqualTo(site.now().plus(Duration.ofDays(730)));
    certificate.verify(first(desk.authorities().get(0).pem()).getPublicKey());
    assertThat(chain(issued.pem())).hasSize(2);
    assertThat(site.judge().judge(chain(issued.pem())).verdict()).isEqualTo(Verdict.GOOD);
    assertThat(site.judge().judge(List.of(certificate)).terminalCode()).isEqualTo("T1");
  }

  @Test
  void aRequestThatComesAgainGetsTheSameCertificate() {
    Issued issued = enroll(device);
    site.pass(Duration.ofDays(1));
    Issued again = enroll(device);
    assertThat(again.again()).isTrue();
    assertThat(again.pem()).isEqualTo(issued.pem());
    assertThat(desk.list()).hasSize(1);
  }

  @Test
  void aRequestThatIsPlayedAgainForAnotherTerminalIsRefused() {
    Issued issued = enroll(device);
    assertThatThrownBy(() -> desk.enroll("T2", TestRequest.of(device), "mallory"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "this key has certificate "
                + issued.certificate().serialNo()
                + " of T1; each device makes a key of its own");
    assertThatThrownBy(
            () -> desk.issueServer(TestRequest.of(device), List.of("gate.example.cn"), "mallory"))
        .hasMessageContaining("makes a key of its own");
  }

  @Test
  void aKeyWhoseCertificateIsRevokedOrOverGetsNoOther() {
    Issued issued = enroll(device);
    KeyPair other = TestRequest.keyPair("secp384r1");
    enroll(other);
    desk.revoke(issued.certificate().serialNo(), Revocation.KEY_COMPROMISE, "alice");
    assertThatThrownBy(() -> enroll(device)).hasMessageContaining("is revoked; make a new key");
    site.pass(Duration.ofDays(731));
    assertThatThrownBy(() -> enroll(other)).hasMessageContaining("has expired; make a new key");
  }

  /** What was printed is registered, at whichever transaction and on whichever side it fails. */
  @Test
  void whereverThePowerFailsNothingIsOutThatIsNotRegistered() {
    for (boolean committed : new boolean[] {false, true}) {
      boolean failed = true;
      for (int transaction = 1; failed; transaction++) {
        byte[] request = TestRequest.of(TestRequest.keyPair("secp256r1"));
        int before = desk.list().size();
        String printed = null;
        try {
          CertificateDesk failing = site.failingDesk(transaction, committed);
          printed = failing.enroll("T1", request, "alice").pem();
          failed = false;
        } catch (IllegalStateException e) {
          assertThat(e).hasMessageContaining("the power fails");
          assertThat(desk.list().size() - before).isBetween(0, 1);
        }
        Issued again = desk.enroll("T1", request, "bob");
        assertThat(desk.list()).hasSize(before + 1);
        assertThat(site.judge().judge(chain(again.pem())).isGood()).isTrue();
        if (printed != null) {
          assertThat(again.pem()).isEqualTo(printed);
          assertThat(transaction).as("transactions in which it failed").isGreaterThan(3);
        }
      }
    }
  }

  @Test
  void whatWasRecordedButNeverPrintedIsGotByAskingAgain() {
    String lost = enroll(device).pem();
    CertificateDesk restarted = site.desk();
    assertThat(restarted.enroll("T1", TestRequest.of(device), "bob").pem()).isEqualTo(lost);
  }

  @Test
  void twoAtOnceAreOne() throws Exception {
    CertificateDesk other = site.desk();
    for (int round = 0; round < 5; round++) {
      KeyPair pair = TestRequest.keyPair("secp256r1");
      byte[] request = TestRequest.of(pair);
      CountDownLatch together = new CountDownLatch(4);
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<Issued>> asked = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        CertificateDesk node = i % 2 == 0 ? desk : other;
        asked.add(
            threads.submit(
                () -> {
                  together.countDown();
                  together.await();
                  return node.enroll("T1", request, "alice");
                }));
      }
      String pem = asked.get(0).get().pem();
      for (Future<Issued> each : asked) {
        assertThat(each.get().pem()).isEqualTo(pem);
      }
      assertThat(asked.stream().filter(each -> !now(each).again())).hasSize(1);
      threads.shutdownNow();
      assertThat(desk.list()).hasSize(round + 1);
    }
  }

  private static Issued now(Future<Issued> asked) {
    try {
      return asked.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void onlyTerminalsThatMayWorkGetOne() {
    assertThatThrownBy(() -> desk.enroll("T9", TestRequest.of(device), "alice"))
        .hasMessage("there is no terminal T9");
    site.setStatus("T1", Terminal.Status.REVOKED);
    assertThatThrownBy(() -> enroll(device)).hasMessage("terminal T1 is revoked");
  }

  @Test
  void withoutAnAuthorityNothingIsIssued() {
    try (CertificatesSite empty = new CertificatesSite()) {
      empty.register("T1", "A001", "pos");
      assertThatThrownBy(() -> empty.desk().enroll("T1", TestRequest.of(device), "alice"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("certificate-authority-create");
      assertThat(empty.judge().authorities()).isEmpty();
    }
  }

  @Test
  void nothingOutlivesItsAuthority() {
    site.pass(Duration.ofDays(3_500));
    X509Certificate authority = first(desk.authorities().get(0).pem());
    assertThat(enroll(device).certificate().notAfter()).isEqualTo(CertificateDates.to(authority));
    site.pass(Duration.ofDays(200));
    assertThatThrownBy(() -> enroll(TestRequest.keyPair("secp256r1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("time of the certificate authority is over");
  }

  @Test
  void aNewAuthorityIssuesAndTheOldOneIsStillTrusted() {
    Issued old = enroll(device);
    desk.create("GridTill Devices 2", "alice");
    KeyPair other = TestRequest.keyPair("secp256r1");
    Issued issued = enroll(other);
    assertThat(issued.certificate().issuer()).isEqualTo("CN=GridTill Devices 2");
    assertThat(site.judge().judge(chain(old.pem())).isGood()).isTrue();
    assertThat(site.judge().judge(chain(issued.pem())).isGood()).isTrue();
    assertThat(enroll(device).pem()).isEqualTo(old.pem());
  }

  @Test
  void anEndpointsCertificateIsForItsNamesAndNoClients() throws Exception {
    Issued issued =
        desk.issueServer(
            TestRequest.of(device), List.of("gate.example.cn", "10.1.2.3", "::1"), "alice");
    X509Certificate certificate = first(issued.pem());
    assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(certificate.getSubjectAlternativeNames())
        .extracting(name -> name.get(1))
        .hasToString("[gate.example.cn, 10.1.2.3, 0:0:0:0:0:0:0:1]");
    assertThat(site.judge().judge(chain(issued.pem())).verdict()).isEqualTo(Verdict.WRONG_USAGE);
    assertThatThrownBy(() -> desk.issueServer(TestRequest.of(device), List.of("a b", "x"), "alice"))
        .hasMessage("this is no host name or address: a b");
  }

  @Test
  void revokingIsForGoodAndStandsInTheList() throws Exception {
    Issued issued = enroll(device);
    Issued good = enroll(TestRequest.keyPair("secp256r1"));
    String written = issued.certificate().serialNo().toUpperCase(java.util.Locale.ROOT);
    Certificate revoked = desk.revoke(written, Revocation.KEY_COMPROMISE, "alice");
    Certificate again = desk.revoke(written, Revocation.SUPERSEDED, "bob");
    assertThat(again).isEqualTo(revoked);
    assertThat(revoked.revocation()).isEqualTo(Revocation.KEY_COMPROMISE);
    assertThat(site.judge().judge(chain(issued.pem())).verdict()).isEqualTo(Verdict.REVOKED);
    assertThat(site.judge().judgeAgain(revoked.fingerprint()).verdict()).isEqualTo(Verdict.REVOKED);

    X509CRL list = list(desk.revocationList());
    list.verify(first(desk.authorities().get(0).pem()).getPublicKey());
    assertThat(list.getRevokedCertificate(first(issued.pem())).getRevocationReason().name())
        .isEqualTo("KEY_COMPROMISE");
    assertThat(list.getRevokedCertificate(first(good.pem()))).isNull();
    assertThat(list(desk.revocationList()).getExtensionValue("2.5.29.20"))
        .as("its number")
        .isNotEqualTo(list.getExtensionValue("2.5.29.20"));
    assertThatThrownBy(() -> desk.revoke("1234", Revocation.UNSPECIFIED, "alice"))
        .hasMessage("there is no certificate 1234");
    assertThatThrownBy(() -> desk.revoke("xyz", Revocation.UNSPECIFIED, "alice"))
        .hasMessageContaining("hexadecimal digits");
  }

  static X509CRL list(String pem) throws Exception {
    return (X509CRL)
        CertificateFactory.getInstance("X.509")
            .generateCRL(new java.io.ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }
}
