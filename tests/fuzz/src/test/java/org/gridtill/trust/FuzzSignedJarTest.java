package org.gridtill.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gridtill.fuzz.Effort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jars that somebody has changed after they were signed: an input is a list of changes, see {@link
 * JarChanges}. If they still pass, all that a framework could load of them is what was signed.
 */
class FuzzSignedJarTest {

  private SignedSample sample;
  private Path file;

  static Stream<byte[]> changes() {
    return JarChanges.samples();
  }

  @BeforeEach
  void sign() throws Exception {
    sample = SignedSample.make();
    file = Files.createTempFile("changed", ".jar");
  }

  @AfterEach
  void remove() throws IOException {
    Files.deleteIfExists(file);
  }

  @MethodSource("changes")
  @FuzzTest
  void changedJar(byte[] data) throws Exception {
    if (data == null) {
      return;
    }
    byte[] changed = new JarChanges(sample.jar()).apply(data);
    Files.write(file, changed);
    try {
      assertThat(Effort.bounded(changed.length, () -> SignedJar.signers(file))).isNotEmpty();
    } catch (NotSignedException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    assertThat(SignedSample.content(file)).isEqualTo(sample.content());
  }
}
