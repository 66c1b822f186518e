package org.gridtill.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.gridtill.api.platform.trust.BundleVerdict.Judgement;
import org.gridtill.api.platform.trust.Vendor;
import org.gridtill.api.platform.trust.VendorTrust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose code may run after its bundle has stopped. */
class LastingTrustTest {

  private static final long BUNDLE = 7;

  private final Trust trust = new Trust();

  @Test
  void whatIsSignedIsTrustedWhileItsVendorIs() {
    trust.vendors.add(vendor("acme"));
    trust.verdict = verdict(Judgement.SIGNED);
    BooleanSupplier lasting = LastingTrust.of(trust, BUNDLE);
    trust.verdict = Optional.empty();

    assertThat(lasting.getAsBoolean()).isTrue();
    trust.vendors.clear();
    trust.vendors.add(vendor("other"));
    assertThat(lasting.getAsBoolean()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Judgement.class)
  void whatMayResolveMayTakeLeave(Judgement judgement) {
    trust.vendors.add(vendor("acme"));
    trust.verdict = verdict(judgement);
    assertThat(LastingTrust.of(trust, BUNDLE).getAsBoolean())
        .isEqualTo(judgement != Judgement.REFUSED);
  }

  @Test
  void aBundleThatNobodyKnowsIsNotTrusted() {
    assertThat(LastingTrust.of(trust, BUNDLE).getAsBoolean()).isFalse();
  }

  private static Optional<BundleVerdict> verdict(Judgement judgement) {
    return Optional.of(new BundleVerdict(BUNDLE, "b", "1.0", judgement, "acme", ""));
  }

  private static Vendor vendor(String alias) {
    Instant now = Instant.EPOCH;
    return new Vendor(alias, "CN=a", "CN=a", "00", false, now, now, "me", now);
  }

  private static final class Trust implements VendorTrust {

    private final List<Vendor> vendors = new ArrayList<>();
    private Optional<BundleVerdict> verdict = Optional.empty();

    @Override
    public boolean enforced() {
      return true;
    }

    @Override
    public List<Vendor> vendors() {
      return vendors;
    }

    @Override
    public Vendor read(String alias, String pem) {
      throw new AssertionError("nobody reads certificates here");
    }

    @Override
    public List<BundleVerdict> trust(String alias, String pem, String print, String person) {
      throw new AssertionError("nobody becomes trusted here");
    }

    @Override
    public List<BundleVerdict> revoke(String alias, String person) {
      throw new AssertionError("nobody is revoked here");
    }

    @Override
    public List<BundleVerdict> verdicts() {
      return verdict.stream().toList();
    }

    @Override
    public Optional<BundleVerdict> verdict(long bundleId) {
      return verdict.filter(each -> each.bundleId() == bundleId);
    }

    @Override
    public Optional<Path> file(long bundleId) {
      return Optional.empty();
    }
  }
}
