package org.gridtill.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** SHA-256, in lower-case hexadecimal. */
final class Sha256 {

  private static final int BUFFER = 1 << 16;

  private Sha256() {}

  static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  static String of(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Returns a digest as people compare it: pairs of upper-case digits with colons between. */
  static String forPeople(byte[] bytes) {
    return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest().digest(bytes));
  }

  /** Tells whether two digests are the same, however they are written. */
  static boolean same(String one, String other) {
    return bare(one).equals(bare(other));
  }

  private static String bare(String digest) {
    return digest.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
