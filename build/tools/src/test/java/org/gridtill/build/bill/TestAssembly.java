package org.gridtill.build.bill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes small distributions. */
final class TestAssembly {

  /** Enough for jars under Apache-2.0 and MIT. */
  static final List<String> TERMS =
      List.of(
          "# a comment",
          "",
          "allow Apache-2.0 -- ours",
          "allow MIT -- category A",
          "spell Apache-2.0 = Apache-2.0 -- its name",
          "state org.example:silent = MIT -- its README");

  final Path folder;

  TestAssembly(Path folder) {
    this.folder = folder;
  }

  /** With one jar that says its license and one that does not. */
  static TestAssembly sound(Path folder) throws IOException {
    TestAssembly assembly = new TestAssembly(folder);
    assembly.jar("system/org/example/loud/1.0/loud-1.0.jar", "Apache-2.0");
    assembly.jar("system/org/example/silent/2.0/silent-2.0-uber.jar", null);
    assembly.notice("Apache-2.0 MIT");
    return assembly;
  }

  void notice(String text) throws IOException {
    Files.writeString(folder.resolve("NOTICE"), text);
  }

  Path terms(String... more) throws IOException {
    Path file = folder.resolveSibling("terms");
    List<String> lines = new ArrayList<>(TERMS);
    lines.addAll(List.of(more));
    return Files.write(file, lines);
  }

  /**
   * Puts a jar into the distribution.
   *
   * @param license what its manifest says; null for nothing
   * @param inside {@code group:artifact:version} of what Maven has packed into it
   */
  void jar(String path, String license, String... inside) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (license != null) {
      manifest.getMainAttributes().putValue("Bundle-License", license);
    }
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      for (String packed : inside) {
        Coordinates coordinates = Coordinates.parse(packed);
        jar.putNextEntry(
            new ZipEntry(
                "META-INF/maven/"
                    + coordinates.group()
                    + "/"
                    + coordinates.artifact()
                    + "/pom.properties"));
        Map.of(
                "groupId",
                coordinates.group(),
                "artifactId",
                coordinates.artifact(),
                "version",
                coordinates.version())
            .forEach((key, value) -> write(jar, key + "=" + value + "\n"));
      }
    }
  }

  private static void write(JarOutputStream jar, String line) {
    try {
      jar.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
