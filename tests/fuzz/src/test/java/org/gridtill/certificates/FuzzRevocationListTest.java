package org.gridtill.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.gridtill.api.platform.certificates.Certificate;
import org.gridtill.fuzz.Effort;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of what another authority has revoked. */
class FuzzRevocationListTest {

  static Stream<byte[]> lists() {
    Certificate revoked =
        new Certificate(
            "4d",
            Certificate.Use.TERMINAL,
            "",
            "",
            TestAuthority.NOW,
            TestAuthority.NOW,
            Certificate.Revocation.KEY_COMPROMISE,
            TestAuthority.NOW,
            TestAuthority.NOW,
            "",
            "");
    return TestAuthority.bothForms(
        Pem.LIST,
        TestAuthority.ISSUER.revocationList(
            List.of(revoked), 1, TestAuthority.NOW, TestAuthority.LATER));
  }

  @MethodSource("lists")
  @FuzzTest
  void list(byte[] data) throws Exception {
    if (data == null) {
      return;
    }
    try {
      ForeignList read =
          Effort.bounded(
              data.length,
              () -> ForeignList.read(data, List.of(TestAuthority.CERTIFICATE), TestAuthority.NOW));
      assertThat(read.authority()).isEqualTo(Digests.of(TestAuthority.CERTIFICATE));
      assertThat(read.items().keySet()).as("nobody else can sign one").containsExactly("4d");
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
