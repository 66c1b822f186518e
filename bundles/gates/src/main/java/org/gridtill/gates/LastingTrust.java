package org.gridtill.gates;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.gridtill.api.platform.trust.BundleVerdict.Judgement;
import org.gridtill.api.platform.trust.VendorTrust;

/**
 * Whether the code of a bundle that has stopped may still run. There is no verdict any more on one
 * that was uninstalled, so the last one counts for as long as the vendor in it is trusted.
 */
final class LastingTrust {

  private LastingTrust() {}

  /** Takes the verdict on a bundle that is about to stop. */
  static BooleanSupplier of(VendorTrust trust, long bundleId) {
    Optional<BundleVerdict> verdict = trust.verdict(bundleId).filter(BundleVerdict::mayResolve);
    if (verdict.isEmpty()) {
      return () -> false;
    }
    if (verdict.get().judgement() != Judgement.SIGNED) {
      return () -> true;
    }
    String vendor = verdict.get().vendor();
    return () -> trust.vendors().stream().anyMatch(each -> each.alias().equals(vendor));
  }
}
