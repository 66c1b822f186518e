package org.gridtill.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * How large a jar may be, unpacked. Java's verification holds manifest and signatures in memory,
 * and whoever packs them decides how large they become, so that is found out before.
 */
final class JarBounds {

  private static final int MOST_ENTRIES = 65_535;
  private static final long MOST_BYTES = 512L << 20;
  private static final long MOST_SIGNATURE_BYTES = 8L << 20;
  private static final int BUFFER = 1 << 16;

  private JarBounds() {}

  /**
   * Checks a jar.
   *
   * @throws NotSignedException if it is too large, which nobody can have meant
   */
  static void require(Path file) throws IOException, NotSignedException {
    try (ZipFile jar = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> entries = jar.stream().toList();
      if (entries.size() > MOST_ENTRIES) {
        throw new NotSignedException("has more than " + MOST_ENTRIES + " entries");
      }
      long left = MOST_BYTES;
      for (ZipEntry entry : entries) {
        boolean held = SignatureFiles.isHeldInMemory(entry.getName());
        left -= size(jar, entry, held ? Math.min(left, MOST_SIGNATURE_BYTES) : left);
      }
    }
  }

  /** Unpacks an entry, since what a jar says of sizes need not be so. */
  private static long size(ZipFile jar, ZipEntry entry, long most)
      throws IOException, NotSignedException {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (InputStream in = jar.getInputStream(entry)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (size > most) {
          throw new NotSignedException("entry " + entry.getName() + " is too large");
        }
      }
    }
    return size;
  }
}
