package org.gridtill.itests;

import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.replaceConfigurationFile;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;

/**
 * Lets the bundles run by which Pax Exam steers a container, and no others, as operations let in a
 * library: by their digests. They come from this test's own class path and from the build.
 */
final class ExamBundles {

  private ExamBundles() {}

  /** Lists them in a file named after that folder, which takes its place in the distribution. */
  static Option trusted(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      jars.add(Path.of(entry));
    }
    try (Stream<Path> copied = Files.list(Path.of("target", "exam-bundles"))) {
      copied.forEach(jars::add);
    }
    List<String> lines = new ArrayList<>();
    for (Path jar : jars) {
      if (Files.isRegularFile(jar) && !jar.toString().contains("org.gridtill")) {
        lines.add(sha256(jar) + "  " + jar.getFileName());
      }
    }
    Path list = Path.of("target", folder.getFileName() + ".sha256").toAbsolutePath();
    Files.write(list, lines);
    return replaceConfigurationFile("etc/trust/bundles.sha256", list.toFile());
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
