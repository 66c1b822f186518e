package org.gridtill.shell;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Whom a new bundle makes Karaf wire anew. When Karaf installs a feature it resolves everything
 * once more, and the highest version of a package that fits wins; so a bundle restarts if a new
 * bundle offers a higher version of what it uses, or something that it has missed so far.
 */
final class Rewiring {

  private final Collection<NewBundle> comes;

  Rewiring(Collection<NewBundle> comes) {
    this.comes = comes;
  }

  boolean concerns(Bundle bundle) {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    return wiring != null && (hosts(bundle) || uses(wiring));
  }

  private boolean hosts(Bundle bundle) {
    return comes.stream().anyMatch(each -> each.host().equals(bundle.getSymbolicName()));
  }

  private boolean uses(BundleWiring wiring) {
    return wiring.getRevision().getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE).stream()
        .anyMatch(
            requirement ->
                comes.stream()
                    .flatMap(each -> each.packages().stream())
                    .anyMatch(offered -> prefers(wiring, requirement, offered)));
  }

  private static boolean prefers(
      BundleWiring wiring, BundleRequirement requirement, Map<String, Object> offered) {
    String filter = requirement.getDirectives().get(PackageNamespace.REQUIREMENT_FILTER_DIRECTIVE);
    try {
      return filter != null
          && FrameworkUtil.createFilter(filter).matches(offered)
          && now(wiring, requirement).map(now -> version(offered).compareTo(now) > 0).orElse(true);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("the framework has resolved it", e);
    }
  }

  /** Returns the version that it uses now; empty if it does without. */
  private static Optional<Version> now(BundleWiring wiring, BundleRequirement requirement) {
    for (BundleWire wire : wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE)) {
      if (wire.getRequirement().equals(requirement)) {
        return Optional.of(version(wire.getCapability().getAttributes()));
      }
    }
    return Optional.empty();
  }

  private static Version version(Map<String, Object> attributes) {
    return attributes.get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE) instanceof Version given
        ? given
        : Version.emptyVersion;
  }
}
