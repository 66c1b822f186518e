package org.gridtill.certificates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

/**
 * The settings of the certificates, checked.
 *
 * @param anchors the utility's own authorities; empty if the platform's own one issues
 */
record CertificatesSettings(
    List<X509Certificate> anchors,
    Duration terminal,
    Duration server,
    Duration authority,
    Duration list) {

  CertificatesSettings {
    anchors = List.copyOf(anchors);
  }

  static CertificatesSettings of(CertificatesConfiguration configuration) {
    return new CertificatesSettings(
        anchors(configuration.trustAnchors()),
        days("terminalDays", configuration.terminalDays(), 1, 3_650),
        days("serverDays", configuration.serverDays(), 1, 3_650),
        days("authorityDays", configuration.authorityDays(), 365, 9_125),
        days("listDays", configuration.listDays(), 1, 365));
  }

  private static List<X509Certificate> anchors(String file) {
    if (file == null || file.isBlank()) {
      return List.of();
    }
    List<X509Certificate> anchors;
    try {
      anchors = X509.chain(Files.readAllBytes(Path.of(file.strip())));
    } catch (IOException | InvalidPathException e) {
      throw wrong("trustAnchors", file + " cannot be read", e);
    } catch (IllegalArgumentException e) {
      throw wrong("trustAnchors", file + ": " + e.getMessage(), e);
    }
    for (X509Certificate each : anchors) {
      if (each.getBasicConstraints() < 0) {
        throw wrong(
            "trustAnchors",
            file + ": " + X509.name(each.getSubjectX500Principal()) + " is no authority",
            null);
      }
    }
    return anchors;
  }

  private static Duration days(String key, int days, int least, int most) {
    if (days < least || days > most) {
      throw wrong(key, "must be from " + least + " to " + most + ", but is " + days, null);
    }
    return Duration.ofDays(days);
  }

  private static IllegalArgumentException wrong(String key, String words, Throwable cause) {
    return new IllegalArgumentException(
        CertificatesConfiguration.PID + ": " + key + ' ' + words, cause);
  }
}
