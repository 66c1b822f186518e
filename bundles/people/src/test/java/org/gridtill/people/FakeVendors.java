package org.gridtill.people;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.gridtill.api.platform.trust.Vendor;
import org.gridtill.api.platform.trust.VendorTrust;

/** Trusts vendors in memory, as the files would: that stays when the platform ends. */
final class FakeVendors implements VendorTrust {

  static final String PRINT = "AB:CD";

  final List<Vendor> trusted = new ArrayList<>();
  int calls;

  /** Thrown instead of trusting; null to trust. */
  RuntimeException obstacle;

  /** Thrown after trusting, as if the power failed then. */
  Error powerFailure;

  @Override
  public boolean enforced() {
    return true;
  }

  @Override
  public List<Vendor> vendors() {
    return List.copyOf(trusted);
  }

  @Override
  public Vendor read(String alias, String pem) {
    return vendor(alias, "");
  }

  private static Vendor vendor(String alias, String by) {
    return new Vendor(
        alias, "CN=" + alias, "CN=" + alias, PRINT, false, Instant.EPOCH, Instant.MAX, by, null);
  }

  @Override
  public List<BundleVerdict> trust(String alias, String pem, String fingerprint, String person) {
    calls++;
    if (obstacle != null) {
      throw obstacle;
    }
    if (trusted.stream().anyMatch(vendor -> vendor.alias().equals(alias))) {
      throw new IllegalStateException("there is a vendor " + alias + " already");
    }
    trusted.add(vendor(alias, person));
    if (powerFailure != null) {
      throw powerFailure;
    }
    return List.of();
  }

  @Override
  public List<BundleVerdict> revoke(String alias, String person) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<BundleVerdict> verdicts() {
    return List.of();
  }

  @Override
  public Optional<BundleVerdict> verdict(long bundleId) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> file(long bundleId) {
    return Optional.empty();
  }
}
