package org.gridtill.gateway;

import io.netty.handler.ssl.SslContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.gridtill.api.platform.certificates.CertificateDesk;
import org.gridtill.certificates.TestRequest;
import org.gridtill.gateway.EndpointSettings.ClientCertificate;
import org.gridtill.gateway.EndpointSettings.TlsFiles;

/** An endpoint's certificate, and devices with theirs, all of one authority. */
final class TlsSite {

  private static final String PASSWORD = "change-me-please";

  private final CertificateDesk desk;
  private final Path keystore;
  private final Path password;
  private final KeyPair serverKey = TestRequest.keyPair("secp256r1");
  private final X509Certificate[] serverChain;

  TlsSite(CertificateDesk desk, Path directory) throws Exception {
    this.desk = desk;
    Files.createDirectories(directory);
    serverChain =
        chain(desk.issueServer(TestRequest.of(serverKey), List.of("127.0.0.1"), "alice").pem());
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("gateway", serverKey.getPrivate(), PASSWORD.toCharArray(), serverChain);
    keystore = directory.resolve("keys.p12");
    try (OutputStream out = Files.newOutputStream(keystore)) {
      store.store(out, PASSWORD.toCharArray());
    }
    password = directory.resolve("password");
    Files.writeString(password, PASSWORD);
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
  }

  /** Returns what the endpoint needs. */
  SslContext server(ClientCertificate clients, Platform platform) {
    EndpointSettings plain =
        EndpointHarness.settings("tls", 0, EndpointHarness.limits(), Duration.ZERO);
    EndpointSettings settings =
        new EndpointSettings(
            plain.pid(),
            plain.name(),
            plain.adapter(),
            plain.host(),
            plain.port(),
            new TlsFiles(keystore, password, clients),
            plain.limits(),
            plain.addressLimits(),
            plain.stopTime(),
            plain.logInterval());
    return new TlsKeys(settings).open(new PeerTrust(platform));
  }

  /** Enrolls a terminal with a new key. */
  Device device(String terminal) throws Exception {
    KeyPair key = TestRequest.keyPair("secp256r1");
    String pem = desk.enroll(terminal, TestRequest.of(key), "alice").pem();
    return new Device(key.getPrivate(), chain(pem), serverChain[0]);
  }

  Device nobody() throws GeneralSecurityException {
    return new Device(null, new X509Certificate[0], serverChain[0]);
  }

  Device serverAsDevice() throws GeneralSecurityException {
    return new Device(serverKey.getPrivate(), serverChain, serverChain[0]);
  }

  /** Returns a device of another site that takes this one's endpoint for its own. */
  Device trusting(Device other) throws GeneralSecurityException {
    return new Device(other.key, other.chain, serverChain[0]);
  }

  private static X509Certificate[] chain(String pem) throws CertificateException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
        .toArray(new X509Certificate[0]);
  }

  /** A device that shows its certificate to whoever asks, and knows the endpoint's. */
  static final class Device implements X509KeyManager, X509TrustManager {

    private final PrivateKey key;
    private final X509Certificate[] chain;
    private final X509Certificate server;
    private final SSLContext context = SSLContext.getInstance("TLS");
    private String suite;

    Device(PrivateKey key, X509Certificate[] chain, X509Certificate server)
        throws GeneralSecurityException {
      this.key = key;
      this.chain = chain;
      this.server = server;
      context.init(new KeyManager[] {this}, new TrustManager[] {this}, null);
    }

    Device withSuite(String name) {
      suite = name;
      return this;
    }

    String serialNo() {
      return chain[0].getSerialNumber().toString(16);
    }

    SSLSocket connect(int port, String... protocols) throws IOException {
      SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
      socket.setEnabledProtocols(protocols);
      if (suite != null) {
        socket.setEnabledCipherSuites(new String[] {suite});
      }
      try {
        socket.startHandshake();
        return socket;
      } catch (IOException e) {
        socket.close();
        throw e;
      }
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
      return key == null ? null : "device";
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return chain.clone();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return key;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType)
        throws CertificateException {
      if (!shown[0].equals(server)) {
        throw new CertificateException("another endpoint");
      }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType) {
      throw new AssertionError("a device is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
      throw new AssertionError("nobody asks");
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
      throw new AssertionError("a device is no server");
    }

    @Override
    public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
      throw new AssertionError("a device is no server");
    }
  }
}
