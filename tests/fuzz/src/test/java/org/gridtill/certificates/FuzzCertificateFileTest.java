package org.gridtill.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.gridtill.fuzz.Effort;
import org.junit.jupiter.params.provider.MethodSource;

/** Certificates that another authority has issued. */
class FuzzCertificateFileTest {

  static Stream<byte[]> certificates() {
    return TestAuthority.bothForms(Pem.CERTIFICATE, Authorities.der(TestAuthority.CERTIFICATE));
  }

  @MethodSource("certificates")
  @FuzzTest
  void certificate(byte[] data) throws Exception {
    if (data == null) {
      return;
    }
    try {
      List<X509Certificate> chain = Effort.bounded(data.length, () -> X509.chain(data));
      assertThat(chain).isNotEmpty().doesNotContainNull();
      for (X509Certificate each : chain) {
        assertThat(X509.parse(Authorities.der(each))).isEqualTo(each);
        assertThat(X509.name(each.getSubjectX500Principal())).matches("[\\x20-\\x7E]{0,200}");
        Paths.judge(List.of(each), List.of(TestAuthority.CERTIFICATE), TestAuthority.NOW);
      }
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
