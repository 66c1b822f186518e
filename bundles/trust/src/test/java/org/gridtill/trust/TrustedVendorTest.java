package org.gridtill.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.gridtill.trust.TestSigner.Wish;
import org.junit.jupiter.api.Test;

/** Whose signature counts as a vendor's. */
class TrustedVendorTest {

  private static final TestSigner ACME = TestSigner.named("CN=Acme");
  private static final TestSigner AUTHORITY = TestSigner.of(Wish.of("CN=Acme CA").asAuthority());

  @Test
  void theVendorsOwnCertificateCounts() {
    TrustedVendor vendor = ACME.asVendor("acme");
    assertThat(vendor.knows(ACME.chain())).isTrue();
    assertThat(vendor.obstacle(ACME.chain())).isEmpty();
  }

  @Test
  void aCertificateOfTheSameSubjectDoesNot() {
    assertThat(ACME.asVendor("acme").knows(TestSigner.named("CN=Acme").chain())).isFalse();
  }

  @Test
  void whatAnAuthorityHasIssuedCounts() {
    TestSigner signer = AUTHORITY.issue(Wish.of("CN=Signer"));
    TrustedVendor vendor = AUTHORITY.asVendor("acme");
    assertThat(vendor.knows(signer.chain())).isTrue();
    assertThat(vendor.obstacle(signer.chain())).isEmpty();
    List<X509Certificate> whole = with(signer.chain(), AUTHORITY.chain());
    assertThat(vendor.knows(whole)).isTrue();
    assertThat(vendor.obstacle(whole)).isEmpty();
  }

  @Test
  void whatAnAuthorityBelowHasIssuedCounts() {
    TestSigner below = AUTHORITY.issue(Wish.of("CN=Below").asAuthority());
    TestSigner signer = below.issue(Wish.of("CN=Signer"));
    assertThat(AUTHORITY.asVendor("acme").obstacle(with(signer.chain(), below.chain()))).isEmpty();
  }

  @Test
  void whatAnotherAuthorityOfTheSameSubjectHasIssuedDoesNot() {
    TestSigner forged = TestSigner.of(Wish.of("CN=Acme CA").asAuthority());
    TestSigner signer = forged.issue(Wish.of("CN=Signer"));
    assertThat(AUTHORITY.asVendor("acme").obstacle(signer.chain()))
        .hasValueSatisfying(why -> assertThat(why).contains("does not lead to vendor acme"));
    assertThat(AUTHORITY.asVendor("acme").obstacle(with(signer.chain(), AUTHORITY.chain())))
        .as("with the true authority's certificate beside it")
        .hasValueSatisfying(why -> assertThat(why).contains("does not lead to vendor acme"));
  }

  @Test
  void whoIsNoAuthorityCannotIssue() {
    TestSigner signer = ACME.issue(Wish.of("CN=Signer"));
    assertThat(ACME.asVendor("acme").knows(signer.chain())).isFalse();
    TestSigner middle = AUTHORITY.issue(Wish.of("CN=Middle"));
    TestSigner below = middle.issue(Wish.of("CN=Below"));
    assertThat(AUTHORITY.asVendor("acme").obstacle(with(below.chain(), middle.chain())))
        .isPresent();
  }

  @Test
  void anExpiredCertificateDoesNotCount() {
    TestSigner old = TestSigner.of(Wish.of("CN=Old").until(TestSigner.PAST.plusSeconds(60)));
    assertThat(old.asVendor("old").obstacle(old.chain()))
        .contains("the certificate of vendor old expired on 2001-01-01T00:01:00Z");
    TestSigner signer =
        AUTHORITY.issue(Wish.of("CN=Signer").until(TestSigner.PAST.plusSeconds(60)));
    assertThat(AUTHORITY.asVendor("acme").obstacle(signer.chain()))
        .contains("its signer's certificate expired on 2001-01-01T00:01:00Z");
  }

  @Test
  void aCertificateThatIsNotValidYetDoesNotCount() {
    TestSigner early = TestSigner.of(Wish.of("CN=New").from(TestSigner.FUTURE.minusSeconds(60)));
    assertThat(early.asVendor("new").obstacle(early.chain()))
        .contains("the certificate of vendor new is not valid before 2100-12-31T23:59:00Z");
  }

  @Test
  void aCertificateForSomethingElseDoesNotCount() {
    TestSigner server = TestSigner.of(Wish.of("CN=Server").only(KeyPurposeId.id_kp_serverAuth));
    assertThat(server.asVendor("server").obstacle(server.chain()))
        .contains("its signer's certificate is not meant for signing code");
    TestSigner coder = TestSigner.of(Wish.of("CN=Coder").only(KeyPurposeId.id_kp_codeSigning));
    assertThat(coder.asVendor("coder").obstacle(coder.chain())).isEmpty();
  }

  private static List<X509Certificate> with(
      List<X509Certificate> chain, List<X509Certificate> more) {
    return Stream.concat(chain.stream(), more.stream()).toList();
  }
}
