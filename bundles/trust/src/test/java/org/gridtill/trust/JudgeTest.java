package org.gridtill.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.gridtill.api.platform.trust.BundleVerdict.Judgement;
import org.gridtill.trust.TestSigner.Wish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** What is decided about a bundle, and in which words. */
class JudgeTest {

  private static final TestSigner ACME = TestSigner.named("CN=Acme");

  @TempDir Path folder;
  private TrustHarness trust;

  @BeforeEach
  void make() throws IOException {
    trust = new TrustHarness(folder);
  }

  @Test
  void theDistributionsBundlesAndTheFrameworkArePlatform() throws Exception {
    Bundle ours = trust.framework.install("org.gridtill.ours", trust.ours);
    check(ours, Judgement.PLATFORM, "", "is part of the distribution");
    assertThat(trust.judge.judge(trust.framework.context().getBundle(0)).judgement())
        .isEqualTo(Judgement.PLATFORM);
  }

  @Test
  void aNameOfOursMakesNobodyOurs() throws Exception {
    Bundle named = trust.framework.install("org.gridtill.vault", trust.jar());
    check(named, Judgement.REFUSED, "", "is not signed");
  }

  @Test
  void aTrustedVendorsBundleIsSigned() throws Exception {
    trust.trust("acme", ACME);
    Bundle bundle = trust.framework.install("org.acme.kiosk", trust.jar().signedBy(ACME));
    check(bundle, Judgement.SIGNED, "acme", "is signed by vendor acme");
  }

  @Test
  void oneTrustedVendorOfTwoSignersIsEnough() throws Exception {
    trust.trust("acme", ACME);
    TestJar both =
        trust
            .jar()
            .signedBy(TestSigner.named("CN=Other"), "B", "SHA-256", "SHA256withECDSA")
            .signedBy(ACME, "A", "SHA-256", "SHA256withECDSA");
    check(trust.framework.install("x", both), Judgement.SIGNED, "acme", "is signed by vendor acme");
  }

  @Test
  void aStrangersBundleIsRefusedWithItsFingerprint() throws Exception {
    Bundle bundle = trust.framework.install("x", trust.jar().signedBy(ACME));
    check(
        bundle,
        Judgement.REFUSED,
        "",
        "is signed by CN=Acme, whom nobody here trusts (fingerprint "
            + Pem.fingerprint(ACME.certificate())
            + ")");
  }

  @Test
  void anotherVendorsNameHelpsNobody() throws Exception {
    trust.trust("acme", ACME);
    TestSigner forger = TestSigner.named("CN=Acme");
    Bundle bundle = trust.framework.install("x", trust.jar().signedBy(forger));
    check(
        bundle,
        Judgement.REFUSED,
        "",
        "is signed by CN=Acme, as a trusted vendor is called, but with another certificate"
            + " (fingerprint "
            + Pem.fingerprint(forger.certificate())
            + ")");
  }

  @Test
  void aRevokedVendorsBundleIsRefusedAlsoUnderAnAuthority() throws Exception {
    TestSigner authority = TestSigner.of(Wish.of("CN=CA").asAuthority());
    TestSigner signer = authority.issue(Wish.of("CN=Signer"));
    trust.trust("signer", signer);
    Bundle bundle = trust.framework.install("x", trust.jar().signedBy(signer));
    assertThat(trust.judge.judge(bundle).judgement()).isEqualTo(Judgement.SIGNED);

    trust.store.remove("signer", "bob");
    trust.trust("authority", authority);

    check(bundle, Judgement.REFUSED, "", "is signed by CN=Signer, whom bob has revoked");
  }

  @Test
  void anExpiredCertificateIsSaidToBe() throws Exception {
    TestSigner authority = TestSigner.of(Wish.of("CN=CA").asAuthority());
    TestSigner old = authority.issue(Wish.of("CN=Old").until(TestSigner.PAST.plusSeconds(1)));
    trust.trust("acme", authority);
    check(
        trust.framework.install("x", trust.jar().signedBy(old)),
        Judgement.REFUSED,
        "acme",
        "its signer's certificate expired on 2001-01-01T00:00:01Z");
  }

  @Test
  void aBundleIsJudgedAnewWhenItIsUpdated() throws Exception {
    trust.trust("acme", ACME);
    Bundle bundle = trust.framework.install("x", trust.jar().signedBy(ACME));
    assertThat(trust.judge.judge(bundle).mayResolve()).isTrue();
    trust.framework.update(bundle, trust.jar());
    check(bundle, Judgement.REFUSED, "", "is not signed");
  }

  @Test
  void aFragmentOfThePlatformIsRefusedWhoeverSignedIt() throws Exception {
    trust.trust("acme", ACME);
    trust.framework.install("org.gridtill.vault", trust.ours);
    TestJar signed = trust.jar().signedBy(ACME);
    Bundle fragment = trust.framework.install("x", signed, "org.gridtill.vault;bundle-version=1");
    check(
        fragment,
        Judgement.REFUSED,
        "",
        "is a fragment of org.gridtill.vault, which is the platform's");
    Bundle extension = trust.framework.install("y", signed, "system.bundle; extension:=framework");
    assertThat(trust.judge.judge(extension).mayResolve()).isFalse();
    Bundle own = trust.framework.install("z", signed, "org.acme.kiosk");
    assertThat(trust.judge.judge(own).mayResolve()).isTrue();
  }

  @Test
  void anUnsignedFragmentIsRefused() throws Exception {
    Bundle fragment = trust.framework.install("x", trust.jar(), "org.acme.kiosk");
    check(fragment, Judgement.REFUSED, "", "is not signed");
  }

  @Test
  void operationsMayListAFile() throws Exception {
    TestJar library = trust.jar();
    Path again = Files.createDirectories(folder.resolve("again"));
    Files.writeString(
        again.resolve("listed"), Sha256.of(library.path()).toUpperCase(Locale.ROOT) + "\n");
    trust = new TrustHarness(again);
    check(trust.framework.install("lib", library), Judgement.LISTED, "", "is listed by operations");
  }

  @Test
  void withoutEnforcementEverybodyIsLetThrough() throws Exception {
    trust = new TrustHarness(Files.createDirectories(folder.resolve("off")), false);
    Bundle bundle = trust.framework.install("x", trust.jar());
    check(bundle, Judgement.LET_THROUGH, "", "is not signed");
    assertThat(trust.judge.judge(bundle).mayResolve()).isTrue();
  }

  private void check(Bundle bundle, Judgement judgement, String vendor, String words) {
    assertThat(trust.judge.judge(bundle))
        .isEqualTo(
            new BundleVerdict(
                bundle.getBundleId(), bundle.getSymbolicName(), "1.2.0", judgement, vendor, words));
  }
}
