package org.gridtill.trust;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridtill.api.platform.trust.Vendor;

/** A file with a vendor's certificate, and above it who put it there. */
final class VendorFile {

  private static final String SUFFIX = ".pem";
  private static final Pattern BY = Pattern.compile("^# by: (.*)$", Pattern.MULTILINE);

  private VendorFile() {}

  static boolean isOne(Path file) {
    return String.valueOf(file.getFileName()).endsWith(SUFFIX) && Files.isRegularFile(file);
  }

  static Path in(Path folder, String name) {
    return folder.resolve(name + SUFFIX);
  }

  /**
   * Reads a file. When it was written is when the person in it did so.
   *
   * @throws IllegalArgumentException if it holds no good certificate
   */
  static TrustedVendor read(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Matcher by = BY.matcher(text);
    String name = String.valueOf(file.getFileName());
    return of(
        name.substring(0, name.length() - SUFFIX.length()),
        Pem.read(text),
        by.find() ? by.group(1) : "",
        Files.getLastModifiedTime(file).toInstant());
  }

  static TrustedVendor of(String alias, X509Certificate certificate, String by, Instant at) {
    return new TrustedVendor(
        new Vendor(
            alias,
            certificate.getSubjectX500Principal().getName(),
            certificate.getIssuerX500Principal().getName(),
            Pem.fingerprint(certificate),
            certificate.getBasicConstraints() >= 0,
            CertificateDates.from(certificate),
            CertificateDates.to(certificate),
            by,
            at),
        certificate);
  }

  /** Writes a file, complete and on disk, or not at all. */
  static void write(Path file, X509Certificate certificate, String person) throws IOException {
    String text = "# by: " + person.replaceAll("\\p{Cntrl}", " ") + "\n" + Pem.write(certificate);
    Path folder = file.toAbsolutePath().resolveSibling("");
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, ".vendor-", ".new");
    try {
      Files.writeString(draft, text, StandardCharsets.UTF_8);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
