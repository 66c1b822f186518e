package org.gridtill.trust;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.gridtill.api.platform.trust.BundleVerdict.Judgement;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/**
 * Decides about bundles. A file is examined once; who is trusted is asked each time. Calls nothing
 * of the framework that resolves, so that a resolver hook may ask. Safe for use by several threads.
 */
final class Judge {

  private record Examined(long lastModified, Examination examination) {}

  private final Examiner examiner;
  private final VendorStore vendors;
  private final HostLookup hosts;
  private final boolean enforced;
  private final Map<Long, Examined> examined = new ConcurrentHashMap<>();

  /** Tells which bundles have a symbolic name. */
  interface HostLookup {

    List<Bundle> named(String symbolicName);
  }

  Judge(Examiner examiner, VendorStore vendors, HostLookup hosts, boolean enforced) {
    this.examiner = examiner;
    this.vendors = vendors;
    this.hosts = hosts;
    this.enforced = enforced;
  }

  BundleVerdict judge(Bundle bundle) {
    Examination examination = examination(bundle);
    return switch (examination.origin()) {
      case DISTRIBUTION -> verdict(bundle, Judgement.PLATFORM, "", "is part of the distribution");
      case LISTED -> verdict(bundle, Judgement.LISTED, "", "is listed by operations");
      case FOREIGN -> judgeForeign(bundle, examination);
    };
  }

  boolean isOfDistribution(Bundle bundle) {
    return examination(bundle).origin() == Examination.Origin.DISTRIBUTION;
  }

  /** Forgets a bundle that is gone. */
  void forget(Bundle bundle) {
    examined.remove(bundle.getBundleId());
  }

  private Examination examination(Bundle bundle) {
    if (bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
      return Examination.of(Examination.Origin.DISTRIBUTION);
    }
    long lastModified = bundle.getLastModified();
    Examined known = examined.get(bundle.getBundleId());
    if (known == null || known.lastModified() != lastModified) {
      known = new Examined(lastModified, examiner.examine(bundle.getBundleId()));
      examined.put(bundle.getBundleId(), known);
    }
    return known.examination();
  }

  private BundleVerdict judgeForeign(Bundle bundle, Examination examination) {
    Optional<String> host = forbiddenHost(bundle);
    if (host.isPresent()) {
      return untrusted(bundle, "", "is a fragment of " + host.get() + ", which is the platform's");
    }
    if (!examination.fault().isEmpty()) {
      return untrusted(bundle, "", examination.fault());
    }
    List<String> faults = new ArrayList<>();
    String knownAs = "";
    for (List<X509Certificate> chain : examination.chains()) {
      Optional<String> revoker = vendors.revoker(chain);
      if (revoker.isPresent()) {
        faults.add("is signed by " + subject(chain) + ", whom " + revoker.get() + " has revoked");
        continue;
      }
      for (TrustedVendor vendor : vendors.vendors()) {
        if (vendor.knows(chain)) {
          Optional<String> obstacle = vendor.obstacle(chain);
          if (obstacle.isEmpty()) {
            String alias = vendor.vendor().alias();
            return verdict(bundle, Judgement.SIGNED, alias, "is signed by vendor " + alias);
          }
          knownAs = vendor.vendor().alias();
          faults.add(0, obstacle.get());
        }
      }
      faults.add(stranger(chain));
    }
    return untrusted(bundle, knownAs, faults.get(0));
  }

  private String stranger(List<X509Certificate> chain) {
    X509Certificate signer = chain.get(0);
    boolean sameName =
        vendors.vendors().stream()
            .anyMatch(
                vendor ->
                    vendor
                        .certificate()
                        .getSubjectX500Principal()
                        .equals(signer.getSubjectX500Principal()));
    return "is signed by "
        + subject(chain)
        + (sameName
            ? ", as a trusted vendor is called, but with another certificate"
            : ", whom nobody here trusts")
        + " (fingerprint "
        + Pem.fingerprint(signer)
        + ")";
  }

  private static String subject(List<X509Certificate> chain) {
    return chain.get(0).getSubjectX500Principal().getName();
  }

  /**
   * Returns the host of a foreign fragment, if that is the framework or a bundle of the platform: a
   * fragment's code runs inside its host and sees all of it.
   */
  private Optional<String> forbiddenHost(Bundle bundle) {
    String header = bundle.getHeaders("").get(Constants.FRAGMENT_HOST);
    if (header == null) {
      return Optional.empty();
    }
    String name = header.split(";", 2)[0].strip();
    return Constants.SYSTEM_BUNDLE_SYMBOLICNAME.equals(name)
            || hosts.named(name).stream().anyMatch(this::isOfDistribution)
        ? Optional.of(name)
        : Optional.empty();
  }

  private BundleVerdict untrusted(Bundle bundle, String vendor, String words) {
    return verdict(bundle, enforced ? Judgement.REFUSED : Judgement.LET_THROUGH, vendor, words);
  }

  private static BundleVerdict verdict(
      Bundle bundle, Judgement judgement, String vendor, String words) {
    return new BundleVerdict(
        bundle.getBundleId(),
        String.valueOf(bundle.getSymbolicName()),
        bundle.getVersion().toString(),
        judgement,
        vendor,
        words);
  }
}
