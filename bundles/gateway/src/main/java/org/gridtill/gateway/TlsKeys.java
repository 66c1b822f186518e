package org.gridtill.gateway;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;

/** Reads the private key and the certificates of a TLS endpoint. */
final class TlsKeys {

  private static final String KEYSTORE = "tlsKeystoreFile";
  private static final String PASSWORD = "tlsKeystorePasswordFile";

  private final EndpointSettings settings;

  TlsKeys(EndpointSettings settings) {
    this.settings = settings;
  }

  /**
   * Makes what TLS connections need.
   *
   * @param trust judges the certificates of terminals, if they show any
   * @throws IllegalArgumentException if a file is missing, wrong or open to others, naming the key
   */
  SslContext open(PeerTrust trust) {
    char[] password = readPassword();
    Path file = settings.tls().keystore();
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore keystore = KeyStore.getInstance("PKCS12");
      keystore.load(in, password);
      if (!holdsPrivateKey(keystore)) {
        throw settings.wrong(KEYSTORE, file + " holds no private key", null);
      }
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(keystore, password);
      return SslContextBuilder.forServer(keys)
          .sslProvider(SslProvider.JDK)
          .protocols(TlsProfile.PROTOCOLS)
          .ciphers(TlsProfile.SUITES, SupportedCipherSuiteFilter.INSTANCE)
          .clientAuth(clientAuth())
          .trustManager(trust)
          .build();
    } catch (GeneralSecurityException | IOException e) {
      throw settings.wrong(
          KEYSTORE, file + " cannot be opened with the password in " + PASSWORD, e);
    }
  }

  private ClientAuth clientAuth() {
    return switch (settings.clients()) {
      case NONE -> ClientAuth.NONE;
      case WANTED -> ClientAuth.OPTIONAL;
      case REQUIRED -> ClientAuth.REQUIRE;
    };
  }

  private char[] readPassword() {
    Path file = settings.tls().password();
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (permissions.stream().anyMatch(permission -> !permission.name().startsWith("OWNER_"))) {
        throw settings.wrong(PASSWORD, file + " is open to others than its owner", null);
      }
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      if (lines.isEmpty()) {
        throw settings.wrong(PASSWORD, file + " has no first line", null);
      }
      return lines.get(0).trim().toCharArray();
    } catch (IOException | UnsupportedOperationException e) {
      throw settings.wrong(PASSWORD, file + " cannot be read", e);
    }
  }

  private static boolean holdsPrivateKey(KeyStore keystore) throws GeneralSecurityException {
    for (String alias : Collections.list(keystore.aliases())) {
      if (keystore.isKeyEntry(alias)) {
        return true;
      }
    }
    return false;
  }
}
