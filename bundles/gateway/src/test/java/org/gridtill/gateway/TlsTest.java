package org.gridtill.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.ssl.SslContext;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.gridtill.gateway.EndpointSettings.ClientCertificate;
import org.gridtill.gateway.EndpointSettings.TlsFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint with TLS, and the key files it refuses. */
class TlsTest {

  private static final String PASSWORD = "change-me-please";
  private static final Duration SHORT = Duration.ofMillis(300);

  private final EndpointHarness endpoint = new EndpointHarness();
  @TempDir private static Path keys;
  @TempDir private Path directory;
  private Path keystore;
  private Path password;

  @BeforeEach
  void makeKeys() throws Exception {
    Path made = keys.resolve("keys.p12");
    if (!Files.exists(made)) {
      generate(made);
    }
    keystore = Files.copy(made, directory.resolve("keys.p12"));
    password = directory.resolve("password");
    Files.writeString(password, PASSWORD + "\n");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
  }

  @AfterEach
  void stop() {
    endpoint.close();
    endpoint.awaitNoThreads();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void speaksTls(String protocol) throws Exception {
    endpoint.start(EndpointHarness.limits(), Duration.ofSeconds(5), open());
    try (TestClient client = connect(protocol)) {
      assertThat(client.ask("ECHO")).isEqualTo("ECHO:Alive");
      client.send("PAY", "QUERY");
      assertThat(client.receive()).isEqualTo("PAY:Alive");
      assertThat(client.receive()).isEqualTo("QUERY:Alive");
      assertThat(((SSLSocket) client.socket()).getSession().getProtocol()).isEqualTo(protocol);
    }
  }

  @Test
  void closesOnAPeerThatSpeaksPlainText() throws Exception {
    endpoint.start(EndpointHarness.limits(), Duration.ofSeconds(5), open());
    try (TestClient client = endpoint.connect()) {
      client.send("ECHO", "ECHO", "ECHO");
      client.socket().getInputStream().readAllBytes();
    }
    endpoint.awaitCount(Fault.TLS_FAILED, 1);
    assertThat(endpoint.statistics.frames()).isZero();
  }

  @Test
  void closesOnAHandshakeThatDoesNotCome() throws Exception {
    endpoint.start(
        EndpointHarness.limits(Duration.ofSeconds(30), SHORT), Duration.ofSeconds(5), open());
    try (TestClient client = endpoint.connect()) {
      client.socket().getInputStream().readAllBytes();
    }
    endpoint.awaitCount(Fault.TLS_FAILED, 1);
  }

  @Test
  void closesOnASlowFrameInsideTls() throws Exception {
    endpoint.start(
        EndpointHarness.limits(Duration.ofSeconds(30), SHORT), Duration.ofSeconds(5), open());
    try (TestClient client = connect("TLSv1.3")) {
      client.sendBytes((byte) 0);
      client.assertClosed();
    }
    endpoint.awaitCount(Fault.UNFINISHED_FRAME, 1);
  }

  @Test
  void refusesTheWrongPasswordWithoutPrintingIt() throws Exception {
    Files.writeString(password, "wrong-secret");

    assertThatThrownBy(this::open)
        .hasMessageContaining("pid~tls: tlsKeystoreFile")
        .hasMessageNotContaining("wrong-secret");
  }

  @Test
  void refusesAMissingFile() throws Exception {
    Files.delete(keystore);
    assertThatThrownBy(this::open).hasMessageContaining("pid~tls: tlsKeystoreFile");

    Files.delete(password);
    assertThatThrownBy(this::open).hasMessageContaining("pid~tls: tlsKeystorePasswordFile");
  }

  @Test
  void refusesAPasswordThatOthersMayRead() throws Exception {
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(this::open).hasMessageContaining("open to others");
  }

  @Test
  void refusesAStoreWithoutPrivateKey() throws Exception {
    KeyStore empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);
    try (var out = Files.newOutputStream(keystore)) {
      empty.store(out, PASSWORD.toCharArray());
    }

    assertThatThrownBy(this::open).hasMessageContaining("holds no private key");
  }

  private SslContext open() {
    EndpointSettings plain =
        EndpointHarness.settings("tls", 0, EndpointHarness.limits(), Duration.ZERO);
    EndpointSettings settings =
        new EndpointSettings(
            plain.pid(),
            plain.name(),
            plain.adapter(),
            plain.host(),
            plain.port(),
            new TlsFiles(keystore, password, ClientCertificate.NONE),
            plain.limits(),
            plain.addressLimits(),
            plain.stopTime(),
            plain.logInterval());
    return new TlsKeys(settings).open(new PeerTrust(endpoint.platform));
  }

  private TestClient connect(String protocol) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore)) {
      trusted.load(in, PASSWORD.toCharArray());
    }
    KeyStore certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, null);
    certificates.setCertificateEntry("gateway", trusted.getCertificate("gateway"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificates);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", endpoint.port());
    socket.setEnabledProtocols(new String[] {protocol});
    return new TestClient(socket);
  }

  private static void generate(Path file) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "gateway",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(keytool.exitValue()).isZero();
  }
}
