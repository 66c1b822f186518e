package org.gridtill.benchmarks.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarsTest {

  private static final String COMPONENT =
      "<component configuration-pid=\"org.gridtill.adapter.pos\"><property name=\"timeZone\""
          + " value=\"Asia/Shanghai\"/><property name=\"gridtill.adapter\" value=\"pos\"/>";

  @TempDir Path home;

  private Path shipped(String component) throws IOException {
    Path folder =
        Files.createDirectories(home.resolve("system/org/gridtill/org.gridtill.adapter.pos/1"));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Import-Package", "org.example");
    Path jar = folder.resolve("pos.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new JarEntry("OSGI-INF/org.gridtill.adapter.pos.PosAdapter.xml"));
      out.write(component.getBytes(StandardCharsets.UTF_8));
    }
    return home;
  }

  private static String text(JarFile jar, String entry) throws IOException {
    return new String(
        jar.getInputStream(jar.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void aVersionOfThePosAdapterHasItsOwnNameVersionAndZone() throws IOException {
    Path made = home.resolve("made.jar");
    new PosJar(shipped(COMPONENT)).make(made, "fresh", "1.0.7", Zone.WEST);
    try (JarFile jar = new JarFile(made.toFile())) {
      Attributes headers = jar.getManifest().getMainAttributes();
      assertThat(headers.getValue("Bundle-SymbolicName")).isEqualTo("bench.fresh");
      assertThat(headers.getValue("Bundle-Version")).isEqualTo("1.0.7");
      assertThat(headers.getValue("Import-Package")).isEqualTo("org.example");
      assertThat(text(jar, "OSGI-INF/org.gridtill.adapter.pos.PosAdapter.xml"))
          .contains("\"bench.fresh\"", "value=\"-04:00\"", "value=\"fresh\"")
          .doesNotContain("\"pos\"");
    }
  }

  @Test
  void anotherPosAdapterIsNoticed() throws IOException {
    PosJar pos = new PosJar(shipped("<component/>"));
    assertThatIOException()
        .isThrownBy(() -> pos.make(home.resolve("made.jar"), "fresh", "1.0.0", Zone.EAST));
  }

  @Test
  void theAdapterThatMisbehavesIsABundle() throws IOException {
    Path made = home.resolve("wayward.jar");
    WaywardJar.make(made, "loops");
    try (JarFile jar = new JarFile(made.toFile())) {
      String component = jar.getManifest().getMainAttributes().getValue("Service-Component");
      assertThat(text(jar, component)).contains("value=\"loops\"");
      String implementation =
          text(jar, component).replaceAll("(?s).*implementation class=\"([^\"]+)\".*", "$1");
      assertThat(jar.getEntry(implementation.replace('.', '/') + ".class")).isNotNull();
    }
  }
}
