package org.gridtill.deployer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gridtill.fuzz.Effort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What lies in the folder for adapters: a file as it is, and as the manifest of a jar. */
class FuzzAdapterJarTest {

  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.createTempFile("adapter", ".jar");
  }

  @AfterEach
  void removeFile() throws IOException {
    Files.deleteIfExists(file);
  }

  @FuzzTest
  void manifest(byte[] data) throws Exception {
    Files.write(file, data);
    Effort.bounded(data.length, () -> AdapterJar.read(file));
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      out.write(data);
      out.closeEntry();
    }
    Optional<AdapterJar> jar = Effort.bounded(data.length, () -> AdapterJar.read(file));
    jar.ifPresent(read -> assertThat(read.name()).isNotNull());
  }
}
