package org.gridtill.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.gridtill.api.platform.trust.BundleVerdict.Judgement;
import org.gridtill.api.platform.trust.Vendor;
import org.gridtill.api.platform.trust.VendorTrust;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What operations ask and change; makes the bundles follow at once. */
final class TrustService implements VendorTrust {

  private final BundleContext context;
  private final BundleFiles files;
  private final VendorStore store;
  private final Judge judge;
  private final Announcer announcer;
  private final BundleStates states;
  private final boolean enforced;

  TrustService(
      BundleContext context,
      BundleFiles files,
      VendorStore store,
      Judge judge,
      Announcer announcer,
      boolean enforced) {
    this.context = context;
    this.files = files;
    this.store = store;
    this.judge = judge;
    this.announcer = announcer;
    this.enforced = enforced;
    states = new BundleStates(context, announcer);
  }

  @Override
  public boolean enforced() {
    return enforced;
  }

  @Override
  public List<Vendor> vendors() {
    return store.vendors().stream().map(TrustedVendor::vendor).toList();
  }

  @Override
  public Vendor read(String alias, String pem) {
    return store.candidate(alias, pem).vendor();
  }

  @Override
  public synchronized List<BundleVerdict> trust(
      String alias, String pem, String fingerprint, String person) {
    TrustedVendor candidate = store.candidate(alias, pem);
    if (!Sha256.same(fingerprint, candidate.vendor().fingerprint())) {
      throw new IllegalArgumentException(
          "the certificate's fingerprint is another one, " + candidate.vendor().fingerprint());
    }
    List<BundleVerdict> before = verdicts();
    Vendor vendor = store.add(candidate, person).vendor();
    announcer.say(
        person + " trusts vendor " + alias + ": " + vendor.subject() + ", " + vendor.fingerprint());
    List<BundleVerdict> changed = follow(before);
    states.start(bundles(changed.stream().filter(BundleVerdict::mayResolve).toList()));
    return changed;
  }

  @Override
  public synchronized List<BundleVerdict> revoke(String alias, String person) {
    List<BundleVerdict> before = verdicts();
    Vendor vendor = store.remove(alias, person).vendor();
    announcer.warn(person + " has revoked vendor " + alias + ": " + vendor.subject());
    List<BundleVerdict> changed = follow(before);
    stopRefused();
    return changed;
  }

  /** Judges every bundle, tells the verdicts, and stops what runs though it may not. */
  void sweep() {
    for (Bundle bundle : context.getBundles()) {
      announcer.tell(bundle, judge.judge(bundle));
    }
    stopRefused();
  }

  /** The last resort: whatever has let it resolve, a bundle that may not is not left so. */
  void afterResolved(Bundle bundle) {
    if (!judge.judge(bundle).mayResolve()) {
      announcer.warn(
          "Bundle " + bundle.getSymbolicName() + " has resolved though it may not; it is stopped");
      states.stop(List.of(bundle));
    }
  }

  @Override
  public List<BundleVerdict> verdicts() {
    return Arrays.stream(context.getBundles())
        .map(judge::judge)
        .filter(verdict -> verdict.judgement() != Judgement.PLATFORM)
        .sorted(Comparator.comparing(BundleVerdict::bundle).thenComparing(BundleVerdict::bundleId))
        .toList();
  }

  @Override
  public Optional<BundleVerdict> verdict(long bundleId) {
    return Optional.ofNullable(context.getBundle(bundleId)).map(judge::judge);
  }

  @Override
  public Optional<Path> file(long bundleId) {
    try {
      return Optional.of(files.of(bundleId).path());
    } catch (IOException e) {
      // Of the framework itself, or gone meanwhile.
      return Optional.empty();
    }
  }

  private List<BundleVerdict> follow(List<BundleVerdict> before) {
    List<BundleVerdict> changed = new ArrayList<>(verdicts());
    changed.removeAll(before);
    bundles(changed).forEach(bundle -> announcer.tell(bundle, judge.judge(bundle)));
    return changed;
  }

  private void stopRefused() {
    states.stop(bundles(verdicts().stream().filter(verdict -> !verdict.mayResolve()).toList()));
  }

  private List<Bundle> bundles(List<BundleVerdict> verdicts) {
    return verdicts.stream()
        .map(verdict -> context.getBundle(verdict.bundleId()))
        .filter(bundle -> bundle != null)
        .toList();
  }
}
