package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gridtill.fuzz.Effort;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles that are looked at before they are installed: as they are, and by their manifest. */
class FuzzNewBundleTest {

  /** A header of many lines, in which nothing is quoted. */
  static Stream<byte[]> longHeaders() {
    String header = "Export-Package: a" + "\r\n bcdefghijklmnopqrstuvwxyz".repeat(2_000);
    String manifest = "Manifest-Version: 1.0\r\nBundle-SymbolicName: a\r\n" + header + "\r\n\r\n";
    return Stream.of(manifest.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("longHeaders")
  @FuzzTest
  void manifest(byte[] data) throws Exception {
    if (data == null) {
      return;
    }
    read(data);
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(jar)) {
      out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      out.write(data);
      out.closeEntry();
    }
    read(jar.toByteArray());
  }

  private static void read(byte[] jar) throws Exception {
    try {
      NewBundle bundle =
          Effort.bounded(jar.length, () -> NewBundle.read("x.jar", new ByteArrayInputStream(jar)));
      assertThat(bundle.name()).isNotNull();
    } catch (IOException | IllegalArgumentException e) {
      // No bundle.
      assertThat(e.toString()).isNotBlank();
    }
  }
}
