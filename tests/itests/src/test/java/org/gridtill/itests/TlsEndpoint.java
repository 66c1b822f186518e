package org.gridtill.itests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An endpoint with TLS, added as the operations guide says. */
final class TlsEndpoint {

  static final int PORT = FreePorts.next();

  private static final String PASSWORD = "not a secret";
  private static final String CONFIGURATION = "org.gridtill.gateway.endpoint-postls.cfg";

  private final Path keystore;

  private TlsEndpoint(Path keystore) {
    this.keystore = keystore;
  }

  /** Makes a key, and a configuration from the shipped example. */
  static TlsEndpoint addTo(Distribution distribution) throws IOException, InterruptedException {
    Path keystore = distribution.path("etc/pos-tls.p12");
    makeKey(keystore);
    Path password =
        Files.createFile(
            distribution.path("etc/pos-tls.password"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(password, PASSWORD);
    List<String> lines =
        Files.readAllLines(distribution.path("etc/examples/" + CONFIGURATION)).stream()
            .map(line -> line.startsWith("port ") ? "port = " + PORT : line)
            .toList();
    Files.write(distribution.path("etc/" + CONFIGURATION), lines);
    return new TlsEndpoint(keystore);
  }

  /** Returns what makes sockets that trust the endpoint's certificate and no other. */
  SocketFactory trustingSockets() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("gridtill", keys.getCertificate("gridtill"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  private static void makeKey(Path keystore) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "gridtill",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=gridtill",
            "-storetype",
            "PKCS12",
            "-keystore",
            keystore.toString(),
            "-storepass",
            PASSWORD);
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IOException("keytool has made no key");
    }
  }
}
