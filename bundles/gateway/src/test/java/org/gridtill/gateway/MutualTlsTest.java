package org.gridtill.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import javax.net.ssl.SSLException;
import org.gridtill.api.platform.certificates.Certificate.Revocation;
import org.gridtill.api.platform.certificates.CertificateDesk;
import org.gridtill.api.platform.certificates.CertificateFinding.Verdict;
import org.gridtill.api.platform.terminals.Terminal;
import org.gridtill.certificates.CertificatesSite;
import org.gridtill.gateway.EndpointSettings.ClientCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint whose terminals show certificates: real sockets, handshakes, authority, registry. */
class MutualTlsTest {

  private static final String[] BOTH = {"TLSv1.3", "TLSv1.2"};

  private final EndpointHarness endpoint = new EndpointHarness();
  private final CertificatesSite site = new CertificatesSite();
  private final CertificateDesk desk = site.desk();
  @TempDir private Path directory;
  private TlsSite tls;

  @BeforeEach
  void open() throws Exception {
    site.register("T1", "A1", "fake");
    site.register("T2", "A1", "fake");
    desk.create("Devices", "alice");
    endpoint.platform.judge = site.judge();
    tls = new TlsSite(desk, directory);
  }

  @AfterEach
  void stop() {
    endpoint.close();
    site.close();
    endpoint.awaitNoThreads();
  }

  private void listen(ClientCertificate clients) {
    endpoint.start(
        EndpointHarness.limits(), Duration.ofSeconds(5), tls.server(clients, endpoint.platform));
  }

  private TestClient connect(TlsSite.Device device, String... protocols) throws Exception {
    return new TestClient(device.connect(endpoint.port(), protocols));
  }

  /**
   * Only reads after the handshake; in which whoever is not done with writing when the platform
   * closes is reset before the alert is read.
   */
  private void assertRefused(TlsSite.Device device, String protocol) throws Exception {
    long before = endpoint.statistics.count(Fault.BAD_CERTIFICATE);
    assertThatThrownBy(
            () -> {
              try (TestClient client = connect(device, protocol)) {
                client.receive();
              }
            })
        .isInstanceOfAny(SSLException.class, SocketException.class)
        .satisfies(refused -> assertThat(isAlert(refused) || isReset(refused)).isTrue());
    endpoint.awaitCount(Fault.BAD_CERTIFICATE, before + 1);
    assertThat(endpoint.statistics.frames()).isZero();
  }

  private static boolean isAlert(Throwable refused) {
    return refused instanceof SSLException && refused.getMessage().contains("alert");
  }

  private static boolean isReset(Throwable refused) {
    Throwable cause = refused instanceof SSLException ? refused.getCause() : refused;
    return cause instanceof SocketException;
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void letsInAGoodCertificate(String protocol) throws Exception {
    listen(ClientCertificate.REQUIRED);
    try (TestClient client = connect(tls.device("T1"), protocol)) {
      assertThat(client.ask("ECHO")).isEqualTo("ECHO:Alive");
      assertThat(client.ask("PAY")).isEqualTo("PAY:Alive");
      assertThat(client.ask("SIGNON")).isEqualTo("SIGNON:SignedOn");
    }
    assertThat(endpoint.statistics.refused()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void refusesWhoShowsNoneWhereItIsRequired(String protocol) throws Exception {
    listen(ClientCertificate.REQUIRED);
    assertRefused(tls.nobody(), protocol);
  }

  @Test
  void whereItIsWantedTheGuardDecides() throws Exception {
    listen(ClientCertificate.WANTED);
    try (TestClient client = connect(tls.nobody(), BOTH)) {
      assertThat(client.ask("ECHO")).isEqualTo("ECHO:Alive");
      endpoint.platform.certificates.mustShow = true;
      assertThat(client.ask("PAY")).isEqualTo("PAY:CERTIFICATE_REFUSED");
      assertThat(client.ask("SIGNON")).isEqualTo("SIGNON:CERTIFICATE_REFUSED");
    }
    try (TestClient client = connect(tls.device("T1"), BOTH)) {
      assertThat(client.ask("PAY")).isEqualTo("PAY:Alive");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void refusesAnotherAuthoritysCertificate(String protocol) throws Exception {
    try (CertificatesSite foreign = new CertificatesSite()) {
      foreign.register("T1", "A1", "fake");
      foreign.desk().create("Devices", "mallory");
      TlsSite.Device device = new TlsSite(foreign.desk(), directory.resolve("f")).device("T1");
      listen(ClientCertificate.WANTED);
      assertRefused(tls.trusting(device), protocol);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void refusesWhenItsTimeIsOverOrHasNotBegun(String protocol) throws Exception {
    TlsSite.Device device = tls.device("T1");
    listen(ClientCertificate.REQUIRED);
    site.pass(Duration.ofDays(731));
    assertRefused(device, protocol);
    site.pass(Duration.ofDays(-732));
    assertRefused(device, protocol);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void refusesWhatIsRevokedAndRaisesAnAlarm(String protocol) throws Exception {
    TlsSite.Device device = tls.device("T1");
    listen(ClientCertificate.REQUIRED);
    desk.revoke(device.serialNo(), Revocation.KEY_COMPROMISE, "alice");
    assertRefused(device, protocol);
    assertThat(endpoint.platform.guards.alarms.raised).contains("T1 CERTIFICATE REVOKED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void refusesAStolenTerminal(String protocol) throws Exception {
    TlsSite.Device device = tls.device("T1");
    listen(ClientCertificate.REQUIRED);
    site.setStatus("T1", Terminal.Status.REVOKED);
    assertRefused(device, protocol);
    assertThat(endpoint.platform.guards.alarms.raised).contains("T1 CERTIFICATE TERMINAL_REVOKED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void refusesAServersCertificate(String protocol) throws Exception {
    listen(ClientCertificate.REQUIRED);
    assertRefused(tls.serverAsDevice(), protocol);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void revokingEndsAConnectionThatIsOpen(String protocol) throws Exception {
    TlsSite.Device device = tls.device("T1");
    listen(ClientCertificate.REQUIRED);
    try (TestClient client = connect(device, protocol);
        TestClient other = connect(tls.device("T1"), protocol)) {
      assertThat(client.ask("PAY")).isEqualTo("PAY:Alive");
      assertThat(other.ask("PAY")).isEqualTo("PAY:Alive");
      desk.revoke(device.serialNo(), Revocation.KEY_COMPROMISE, "alice");
      assertThat(client.ask("PAY")).isEqualTo("PAY:CERTIFICATE_REFUSED");
      client.assertClosed();
      assertThat(other.ask("PAY")).as("the terminal's other certificate").isEqualTo("PAY:Alive");
    }
    endpoint.awaitCount(Fault.BAD_CERTIFICATE, 1);
    // The device goes on from its session, in which no certificate is shown again.
    assertThatThrownBy(
            () -> {
              try (TestClient client = connect(device, protocol)) {
                assertThat(client.ask("PAY")).isEqualTo("PAY:CERTIFICATE_REFUSED");
                client.assertClosed();
                throw new IOException("refused at its first frame");
              }
            })
        .isInstanceOf(IOException.class);
  }

  @Test
  void timeEndsAConnectionThatIsOpen() throws Exception {
    listen(ClientCertificate.REQUIRED);
    try (TestClient client = connect(tls.device("T1"), BOTH)) {
      assertThat(client.ask("PAY")).isEqualTo("PAY:Alive");
      site.pass(Duration.ofDays(731));
      assertThat(client.ask("PAY")).isEqualTo("PAY:CERTIFICATE_REFUSED");
      client.assertClosed();
    }
  }

  @Test
  void noTerminalSpeaksOverAnothersCertificate() throws Exception {
    listen(ClientCertificate.REQUIRED);
    try (TestClient client = connect(tls.device("T2"), BOTH)) {
      assertThat(client.ask("PAY")).isEqualTo("PAY:CERTIFICATE_REFUSED");
      assertThat(client.ask("ECHO")).isEqualTo("ECHO:CERTIFICATE_REFUSED");
    }
  }

  @Test
  void whenNobodyCanJudgeNobodyGetsInAndNothingIsDone() throws Exception {
    TlsSite.Device device = tls.device("T1");
    endpoint.platform.judge = endpoint.platform.certificates;
    listen(ClientCertificate.REQUIRED);
    try (TestClient client = connect(device, BOTH)) {
      assertThat(client.ask("PAY")).isEqualTo("PAY:Alive");
      endpoint.platform.certificates.databaseAway = true;
      assertThat(client.ask("PAY")).isEqualTo("PAY:SYSTEM_ERROR");
      assertThatThrownBy(
              () -> {
                try (TestClient late = connect(tls.device("T1"), BOTH)) {
                  late.receive();
                }
              })
          .isInstanceOfAny(SSLException.class, SocketException.class);
      endpoint.awaitCount(Fault.PLATFORM_AWAY, 2);
      endpoint.platform.certificates.databaseAway = false;
      assertThat(client.ask("PAY")).isEqualTo("PAY:Alive");
      endpoint.platform.certificates.verdict = Verdict.UNREGISTERED;
      assertThat(client.ask("PAY")).isEqualTo("PAY:CERTIFICATE_REFUSED");
      client.assertClosed();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",
        "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
      })
  void refusesAWeakSuite(String suite) throws Exception {
    listen(ClientCertificate.NONE);
    assertThatThrownBy(() -> tls.nobody().withSuite(suite).connect(endpoint.port(), "TLSv1.2"))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("handshake_failure");
    endpoint.awaitCount(Fault.TLS_FAILED, 1);
  }

  /** The JDK makes no such client any more, so its first message is here as it was. */
  @ParameterizedTest
  @ValueSource(strings = {"0301", "0302"})
  void refusesOldVersions(String version) throws Exception {
    listen(ClientCertificate.NONE);
    String suites = "0004c009c013";
    String extensions = "000a000400020017" + "000b00020100";
    String hello =
        version
            + "11".repeat(32)
            + "00"
            + suites
            + "0100"
            + String.format(java.util.Locale.ROOT, "%04x", extensions.length() / 2)
            + extensions;
    int length = hello.length() / 2;
    String record =
        "160301"
            + String.format(java.util.Locale.ROOT, "%04x", length + 4)
            + String.format(java.util.Locale.ROOT, "01%06x", length)
            + hello;
    try (Socket socket = new Socket("127.0.0.1", endpoint.port())) {
      socket.setSoTimeout((int) EndpointHarness.DEADLINE.toMillis());
      socket.getOutputStream().write(HexFormat.of().parseHex(record));
      byte[] answer = socket.getInputStream().readAllBytes();
      assertThat(answer).hasSize(7).startsWith(0x15);
      assertThat(HexFormat.of().formatHex(answer, 5, 7))
          .as("fatal, protocol_version")
          .isEqualTo("0246");
    }
    endpoint.awaitCount(Fault.TLS_FAILED, 1);
  }
}
