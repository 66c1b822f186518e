package org.gridtill.trust;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.gridtill.api.platform.trust.BundleVerdict.Judgement;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Keeps bundles that may not resolve from doing so, fragments too. It never throws and never logs:
 * the framework holds its lock while it asks.
 *
 * <p>What is not trusted finds nothing that it requires, and nobody finds what it offers. Taking it
 * out of {@link ResolverHook#filterResolvable} would say the same in one line, but Felix 7.0.5 then
 * takes all bundles that are resolved already for not allowed, and fails whatever else is being
 * resolved, up to a whole start of the platform. So that is done only where nothing else is at
 * stake, or nothing else helps.
 */
final class TrustHook implements ResolverHookFactory {

  private final Judge judge;

  TrustHook(Judge judge) {
    this.judge = judge;
  }

  @Override
  public ResolverHook begin(Collection<BundleRevision> triggers) {
    return new Resolution(List.copyOf(triggers));
  }

  /** One resolution. */
  private final class Resolution implements ResolverHook {

    private final List<BundleRevision> triggers;

    Resolution(List<BundleRevision> triggers) {
      this.triggers = triggers;
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
      boolean nothingElse = triggers.stream().noneMatch(TrustHook.this::mayResolve);
      Set<BundleRevision> asked = Set.copyOf(triggers);
      candidates.removeIf(
          candidate ->
              asked.contains(candidate)
                  && !mayResolve(candidate)
                  && (nothingElse || requiresNothing(candidate)));
    }

    @Override
    public void filterMatches(
        BundleRequirement requirement, Collection<BundleCapability> candidates) {
      BundleRevision wanting = requirement.getRevision();
      if (!mayResolve(wanting)) {
        candidates.clear();
        return;
      }
      candidates.removeIf(candidate -> !mayResolve(candidate.getRevision()));
      if (HostNamespace.HOST_NAMESPACE.equals(requirement.getNamespace())) {
        candidates.removeIf(
            candidate -> !mayAttach(wanting.getBundle(), candidate.getRevision().getBundle()));
      }
    }

    @Override
    public void filterSingletonCollisions(
        BundleCapability singleton, Collection<BundleCapability> collisionCandidates) {
      // Nobody is kept from resolving by what may not resolve itself.
      collisionCandidates.removeIf(other -> !mayResolve(other.getRevision()));
    }

    @Override
    public void end() {
      // Nothing to clear.
    }
  }

  private boolean mayResolve(BundleRevision revision) {
    try {
      return judge.judge(revision.getBundle()).mayResolve();
    } catch (RuntimeException e) {
      // What cannot be judged is not trusted; the listener, which judges too, tells why.
      return false;
    }
  }

  /** Tells whether a bundle resolves even if it finds nothing. */
  private static boolean requiresNothing(BundleRevision revision) {
    return revision.getDeclaredRequirements(null).stream().noneMatch(TrustHook::isMandatory);
  }

  private static boolean isMandatory(BundleRequirement requirement) {
    Map<String, String> directives = requirement.getDirectives();
    return Constants.RESOLUTION_MANDATORY.equals(
            directives.getOrDefault(Constants.RESOLUTION_DIRECTIVE, Constants.RESOLUTION_MANDATORY))
        && Constants.EFFECTIVE_RESOLVE.equals(
            directives.getOrDefault(Constants.EFFECTIVE_DIRECTIVE, Constants.EFFECTIVE_RESOLVE));
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
