package org.gridtill.tests.postgres;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/** The server's programs, which stand as an archive on the class path. */
final class ServerArchive {

  private ServerArchive() {}

  /** Unpacks it; {@code tar} must be installed, xz need not. */
  static void unpack(Path folder) throws IOException {
    Process tar =
        new ProcessBuilder("tar", "-x", "-f", "-", "--no-same-owner", "-C", folder.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream packed = open();
        InputStream archive = new XZInputStream(packed);
        OutputStream out = tar.getOutputStream()) {
      archive.transferTo(out);
    }
    try {
      if (tar.waitFor() != 0) {
        throw new IOException("tar failed with " + tar.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static InputStream open() throws IOException {
    String name = "/postgres-" + system() + "-" + architecture() + ".txz";
    InputStream in = ServerArchive.class.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException(
          name + " is not on the class path; see the property postgresql.platform of the root pom");
    }
    return in;
  }

  private static String system() {
    return System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
  }

  private static String architecture() {
    return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
      case "aarch64", "arm64" -> "arm_64";
      default -> "x86_64";
    };
  }
}
