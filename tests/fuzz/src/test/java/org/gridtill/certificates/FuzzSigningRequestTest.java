package org.gridtill.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.gridtill.fuzz.Effort;
import org.junit.jupiter.params.provider.MethodSource;

/** What a device hands in to get a certificate. */
class FuzzSigningRequestTest {

  static Stream<byte[]> requests() {
    return TestAuthority.bothForms("CERTIFICATE REQUEST", TestRequest.of(TestAuthority.KEY));
  }

  @MethodSource("requests")
  @FuzzTest
  void request(byte[] data) throws Exception {
    if (data == null) {
      return;
    }
    try {
      SigningRequest read = Effort.bounded(data.length, () -> SigningRequest.read(data));
      assertThat(read.digest()).hasSize(64);
      assertThat(PublicKeys.accepted(read.key())).isNotNull();
      assertThat(new String(data, StandardCharsets.ISO_8859_1)).doesNotContain("PRIVATE KEY-----");
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
