package org.gridtill.trust;

import java.util.Collection;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.gridtill.api.platform.trust.BundleVerdict.Judgement;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Takes bundles that may not resolve out of each resolution, fragments too, and their capabilities
 * should they be resolved from before. It never throws and never logs: the framework holds its lock
 * while it asks.
 */
final class TrustHook implements ResolverHookFactory, ResolverHook {

  private final Judge judge;

  TrustHook(Judge judge) {
    this.judge = judge;
  }

  @Override
  public ResolverHook begin(Collection<BundleRevision> triggers) {
    return this;
  }

  @Override
  public void filterResolvable(Collection<BundleRevision> candidates) {
    candidates.removeIf(candidate -> !mayResolve(candidate.getBundle()));
  }

  @Override
  public void filterMatches(
      BundleRequirement requirement, Collection<BundleCapability> candidates) {
    candidates.removeIf(candidate -> !mayResolve(candidate.getRevision().getBundle()));
    if (HostNamespace.HOST_NAMESPACE.equals(requirement.getNamespace())) {
      Bundle fragment = requirement.getRevision().getBundle();
      candidates.removeIf(candidate -> !mayAttach(fragment, candidate.getRevision().getBundle()));
    }
  }

  @Override
  public void filterSingletonCollisions(
      BundleCapability singleton, Collection<BundleCapability> collisionCandidates) {
    // Which of several versions is chosen is nothing to trust or not.
  }

  @Override
  public void end() {
    // Keeps nothing between calls.
  }

  private boolean mayResolve(Bundle bundle) {
    try {
      return judge.judge(bundle).mayResolve();
    } catch (RuntimeException e) {
      // What cannot be judged is not trusted; the listener, which judges too, tells why.
      return false;
    }
  }

  /** A fragment runs as its host, so a vendor's may be one of that vendor's bundles only. */
  private boolean mayAttach(Bundle fragment, Bundle host) {
    try {
      BundleVerdict verdict = judge.judge(fragment);
      return verdict.judgement() != Judgement.SIGNED
          || verdict.vendor().equals(judge.judge(host).vendor());
    } catch (RuntimeException e) {
      return false;
    }
  }
}
