package org.gridtill.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import org.gridtill.fuzz.Effort;
import org.gridtill.fuzz.Inputs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.provider.MethodSource;

/** What operations put beside the platform to say whom to trust: certificates and digests. */
class FuzzVendorFileTest {

  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.createTempFile("vendor", ".pem");
  }

  @AfterEach
  void removeFile() throws IOException {
    Files.deleteIfExists(file);
  }

  static Stream<byte[]> certificates() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    X509Certificate certificate = SelfSigned.certificate(generator.generateKeyPair());
    return Stream.of(("# by: alice\n" + Pem.write(certificate)).getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("certificates")
  @FuzzTest
  void file(byte[] data) throws Exception {
    if (data == null) {
      return;
    }
    String text = Inputs.text(data);
    try {
      X509Certificate certificate = Effort.bounded(data.length, () -> Pem.read(text));
      assertThat(text).doesNotContain("PRIVATE KEY");
      assertThat(Pem.read(Pem.write(certificate))).isEqualTo(certificate);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
    Files.write(file, data);
    try {
      Effort.bounded(data.length, () -> VendorFile.read(file));
    } catch (IOException | IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
    try {
      DigestList digests = Effort.bounded(data.length, () -> DigestList.read(file));
      assertThat(digests.contains("")).isFalse();
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
