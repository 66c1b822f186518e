package org.gridtill.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A security module in software, with one token, which this process's tests share. */
final class SoftHsm {

  static final String PIN = "security-module-pin-4711";

  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
          Path.of("/usr/local/lib/softhsm/libsofthsm2.so"));

  private SoftHsm() {}

  /** Returns its library; null if it is not installed. */
  static Path library() {
    return LIBRARIES.stream().filter(Files::exists).findFirst().orElse(null);
  }

  /** Makes the token; to be called before anything uses the library. */
  static void makeToken() throws IOException, InterruptedException {
    Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
    Path tokens = configuration.resolveSibling("tokens");
    delete(tokens);
    Files.createDirectories(tokens);
    Files.write(
        configuration,
        List.of(
            "directories.tokendir = " + tokens, "objectstore.backend = file", "log.level = ERROR"));
    Process util =
        new ProcessBuilder(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "gridtill",
                "--so-pin",
                "4711471147114711",
                "--pin",
                PIN)
            .inheritIO()
            .start();
    if (util.waitFor() != 0) {
      throw new IOException("softhsm2-util made no token");
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
