package org.gridtill.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.gridtill.api.platform.trust.BundleVerdict.Judgement;
import org.gridtill.api.platform.trust.Vendor;
import org.gridtill.trust.TestSigner.Wish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Vendors come and go, and their bundles with them; what the hook lets through. */
class TrustServiceTest {

  private static final TestSigner ACME = TestSigner.named("CN=Acme");
  private static final String FINGERPRINT = Pem.fingerprint(ACME.certificate());

  @TempDir Path folder;
  private TrustHarness trust;
  private Bundle waiting;

  @BeforeEach
  void make() throws Exception {
    trust = new TrustHarness(folder);
    waiting = trust.framework.install("org.acme.kiosk", trust.jar().signedBy(ACME));
  }

  @Test
  void tellsFromWhichFileABundleIsLoaded() {
    assertThat(trust.service.file(waiting.getBundleId()))
        .hasValueSatisfying(file -> assertThat(file).isRegularFile().startsWith(folder));
    assertThat(trust.service.file(waiting.getBundleId() + 1)).isEmpty();
  }

  @Test
  void whoIsTrustedIsListedAndWhatWaitedStarts() throws Exception {
    Bundle idle = trust.framework.install("org.acme.idle", trust.jar().signedBy(ACME));
    trust.framework.meantToRun(idle, false);
    Bundle unsigned = trust.framework.install("org.evil", trust.jar());

    List<BundleVerdict> changed =
        trust.service.trust(
            "acme", ACME.pem(), FINGERPRINT.toLowerCase(Locale.ROOT).replace(":", ""), "alice");

    assertThat(changed)
        .extracting(BundleVerdict::bundle)
        .containsExactly("org.acme.idle", "org.acme.kiosk");
    assertThat(waiting.getState()).isEqualTo(Bundle.ACTIVE);
    assertThat(idle.getState()).isEqualTo(Bundle.INSTALLED);
    assertThat(unsigned.getState()).isEqualTo(Bundle.INSTALLED);
    assertThat(trust.service.vendors())
        .singleElement()
        .returns("acme", Vendor::alias)
        .returns("CN=Acme", Vendor::subject)
        .returns(FINGERPRINT, Vendor::fingerprint)
        .returns("alice", Vendor::trustedBy)
        .returns(TestSigner.FUTURE, Vendor::validTo);
  }

  @Test
  void whoIsRevokedLosesItsBundlesAtOnce() {
    trust.service.trust("acme", ACME.pem(), FINGERPRINT, "alice");

    List<BundleVerdict> changed = trust.service.revoke("acme", "bob");

    assertThat(changed).singleElement().returns(Judgement.REFUSED, BundleVerdict::judgement);
    assertThat(waiting.getState()).isEqualTo(Bundle.INSTALLED);
    assertThat(trust.framework.refreshed()).containsExactly("org.acme.kiosk");
    assertThat(trust.service.vendors()).isEmpty();

    trust.service.trust("acme", ACME.pem(), FINGERPRINT, "alice");
    assertThat(waiting.getState()).as("trusted again").isEqualTo(Bundle.ACTIVE);
  }

  @Test
  void aStoreIsTheSameAfterARestart() throws IOException {
    trust.service.trust("acme", ACME.pem(), FINGERPRINT, "alice");
    VendorStore again = new VendorStore(folder.resolve("trust"), trust.complaints::add);
    assertThat(again.vendors()).isEqualTo(trust.store.vendors());

    trust.service.revoke("acme", "bob");
    again = new VendorStore(folder.resolve("trust"), trust.complaints::add);
    assertThat(again.vendors()).isEmpty();
    assertThat(again.revoker(ACME.chain())).contains("bob");
    assertThat(trust.complaints).isEmpty();
  }

  @Test
  void anotherFingerprintTrustsNobody() {
    assertThatThrownBy(() -> trust.service.trust("acme", ACME.pem(), "AA:BB", "alice"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the certificate's fingerprint is another one, " + FINGERPRINT);
    assertThat(trust.service.vendors()).isEmpty();
  }

  @Test
  void whatIsNoCertificateOrNoAliasIsRefused() {
    refused("acme", "nothing", "holds no certificate");
    refused("acme", ACME.pem() + ACME.pem(), "several certificates");
    refused("acme", ACME.pem() + "-----BEGIN PRIVATE KEY-----", "private key");
    refused("../acme", ACME.pem(), "an alias has");
    refused("Acme", ACME.pem(), "an alias has");
    TestSigner old = TestSigner.of(Wish.of("CN=Old").until(TestSigner.PAST.plusSeconds(1)));
    refused("old", old.pem(), "expired on 2001");
  }

  @Test
  void anAliasAndACertificateAreTakenOnce() {
    trust.service.trust("acme", ACME.pem(), FINGERPRINT, "alice");
    assertThatThrownBy(() -> trust.service.trust("acme", ACME.pem(), FINGERPRINT, "alice"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("there is a vendor acme already");
    assertThatThrownBy(() -> trust.service.trust("acme2", ACME.pem(), FINGERPRINT, "alice"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this certificate is trusted already, as vendor acme");
    assertThatThrownBy(() -> trust.service.revoke("nobody", "bob"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatRunsUntrustedWhenTrustStartsIsStopped() throws Exception {
    Bundle unsigned = trust.framework.install("org.evil", trust.jar());
    trust.framework.setState(unsigned, Bundle.ACTIVE);
    Bundle ours = trust.framework.install("org.gridtill.ours", trust.ours);
    trust.framework.setState(ours, Bundle.ACTIVE);

    trust.service.sweep();

    assertThat(unsigned.getState()).isEqualTo(Bundle.INSTALLED);
    assertThat(ours.getState()).isEqualTo(Bundle.ACTIVE);
  }

  @Test
  void whatIsNotTrustedFindsNothingAndIsFoundByNobody() throws Exception {
    Bundle ours = trust.framework.install("org.gridtill.ours", trust.ours);
    BundleRevision good = revision(ours, List.of());
    BundleRevision bad = revision(waiting, List.of());
    ResolverHook hook = trust.hook.begin(List.of(good));

    assertThat(left(hook, need(good, PackageNamespace.PACKAGE_NAMESPACE), offer(good), offer(bad)))
        .extracting(capability -> capability.getRevision().getBundle())
        .containsExactly(ours);
    assertThat(left(hook, need(bad, PackageNamespace.PACKAGE_NAMESPACE), offer(good), offer(bad)))
        .isEmpty();
    List<BundleCapability> others = new ArrayList<>(List.of(offer(bad)));
    hook.filterSingletonCollisions(offer(good), others);
    assertThat(others).isEmpty();
  }

  @Test
  void whatIsAskedToResolveAloneIsTakenOut() throws Exception {
    Bundle ours = trust.framework.install("org.gridtill.ours", trust.ours);
    BundleRevision good = revision(ours, List.of());
    BundleRevision bad = revision(waiting, List.of(Map.of()));
    BundleRevision optional = revision(waiting, List.of(Map.of("resolution", "optional")));

    assertThat(resolvable(List.of(bad), good, bad)).containsExactly(good);
    assertThat(resolvable(List.of(good), good, bad))
        .as("it is not asked for, and what it offers is not found")
        .containsExactly(good, bad);
    assertThat(resolvable(List.of(good, bad), good, bad))
        .as("it requires something, which it does not find")
        .containsExactly(good, bad);
    assertThat(resolvable(List.of(good, optional), good, optional))
        .as("it would resolve without finding anything")
        .containsExactly(good);
  }

  @Test
  void whatHasResolvedAllTheSameIsStopped() throws Exception {
    trust.framework.setState(waiting, Bundle.RESOLVED);
    trust.service.afterResolved(waiting);
    assertThat(trust.framework.refreshed()).containsExactly("org.acme.kiosk");
  }

  @Test
  void anExtensionOfTheFrameworkIsLeftAloneSinceItsRefreshWouldStopThePlatform() throws Exception {
    Bundle extension =
        trust.framework.install("org.evil", trust.jar(), "system.bundle; extension:=framework");
    trust.framework.setState(extension, Bundle.RESOLVED);
    trust.service.sweep();
    assertThat(trust.framework.refreshed()).isEmpty();
    assertThat(trust.service.verdict(extension.getBundleId()))
        .hasValueSatisfying(verdict -> assertThat(verdict.mayResolve()).isFalse());
  }

  @Test
  void theHookLetsAFragmentIntoItsOwnVendorsBundlesOnly() throws Exception {
    TestSigner other = TestSigner.named("CN=Other");
    trust.trust("acme", ACME);
    trust.trust("other", other);
    Bundle ours = trust.framework.install("org.gridtill.ours", trust.ours);
    Bundle others = trust.framework.install("org.other", trust.jar().signedBy(other));
    BundleRevision fragment =
        revision(
            trust.framework.install("org.acme.part", trust.jar().signedBy(ACME), "org.acme.kiosk"),
            List.of());

    assertThat(
            left(
                trust.hook.begin(List.of(fragment)),
                need(fragment, HostNamespace.HOST_NAMESPACE),
                offer(revision(ours, List.of())),
                offer(revision(others, List.of())),
                offer(revision(waiting, List.of()))))
        .extracting(host -> host.getRevision().getBundle())
        .containsExactly(waiting);
  }

  private List<BundleRevision> resolvable(
      List<BundleRevision> triggers, BundleRevision... candidates) {
    List<BundleRevision> left = new ArrayList<>(List.of(candidates));
    trust.hook.begin(triggers).filterResolvable(left);
    return left;
  }

  private static List<BundleCapability> left(
      ResolverHook hook, BundleRequirement requirement, BundleCapability... offers) {
    List<BundleCapability> left = new ArrayList<>(List.of(offers));
    hook.filterMatches(requirement, left);
    return left;
  }

  private void refused(String alias, String pem, String why) {
    assertThatThrownBy(() -> trust.service.read(alias, pem))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  /** Makes a revision with a requirement for each of these directives. */
  private static BundleRevision revision(Bundle bundle, List<Map<String, String>> directives) {
    List<BundleRequirement> requirements =
        directives.stream()
            .map(of -> TestFramework.fake(BundleRequirement.class, (self, method, arguments) -> of))
            .toList();
    return TestFramework.fake(
        BundleRevision.class,
        (self, method, arguments) ->
            switch (method.getName()) {
              case "getBundle" -> bundle;
              case "getDeclaredRequirements" -> requirements;
              case "equals" -> self == arguments[0];
              case "hashCode" -> System.identityHashCode(self);
              default -> bundle.toString();
            });
  }

  private static BundleCapability offer(BundleRevision revision) {
    return TestFramework.fake(BundleCapability.class, (self, method, arguments) -> revision);
  }

  private static BundleRequirement need(BundleRevision revision, String namespace) {
    return TestFramework.fake(
        BundleRequirement.class,
        (self, method, arguments) ->
            method.getName().equals("getNamespace") ? namespace : revision);
  }
}
