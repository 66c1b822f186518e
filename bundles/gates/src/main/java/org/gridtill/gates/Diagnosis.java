package org.gridtill.gates;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;

/** Says in one sentence why a bundle does not serve. */
final class Diagnosis {

  private static final Pattern PACKAGE = Pattern.compile("osgi\\.wiring\\.package=([^)]+)");

  private final BundleContext context;
  private final Function<String, Optional<String>> supplier;
  private final LongFunction<Optional<BundleVerdict>> verdicts;

  /**
   * Makes one.
   *
   * @param supplier returns the feature that supplies a package
   * @param verdicts returns whether a bundle is trusted
   */
  Diagnosis(
      BundleContext context,
      Function<String, Optional<String>> supplier,
      LongFunction<Optional<BundleVerdict>> verdicts) {
    this.context = context;
    this.supplier = supplier;
    this.verdicts = verdicts;
  }

  String of(Bundle bundle) {
    Optional<BundleVerdict> refusal =
        verdicts.apply(bundle.getBundleId()).filter(verdict -> !verdict.mayResolve());
    if (refusal.isPresent()) {
      return "it is not trusted: " + refusal.get().words();
    }
    if (bundle.getState() == Bundle.INSTALLED) {
      List<String> missing = missing(bundle);
      return missing.isEmpty() ? unresolved(bundle) : "missing " + String.join("; ", missing);
    }
    if (bundle.getState() == Bundle.RESOLVED) {
      return failure(bundle);
    }
    return "its bundle is started and offers no adapter that is ready";
  }

  private List<String> missing(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    FrameworkWiring wiring = context.getBundle(0).adapt(FrameworkWiring.class);
    return revision.getDeclaredRequirements(null).stream()
        .filter(Diagnosis::isNeeded)
        .filter(requirement -> wiring.findProviders(requirement).isEmpty())
        .map(this::words)
        .sorted()
        .toList();
  }

  private static boolean isNeeded(BundleRequirement requirement) {
    var directives = requirement.getDirectives();
    String effective =
        directives.getOrDefault(
            Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE);
    return effective.equals(Namespace.EFFECTIVE_RESOLVE)
        && !Constants.RESOLUTION_OPTIONAL.equals(
            directives.get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE));
  }

  private String words(BundleRequirement requirement) {
    String filter =
        requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
    Matcher found = PACKAGE.matcher(filter);
    boolean isPackage = requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE);
    return isPackage && found.find()
        ? "package "
            + found.group(1)
            + supplier
                .apply(found.group(1))
                .map(feature -> ", which feature " + feature + " supplies")
                .orElse(", which no known feature supplies")
        : requirement.getNamespace() + ' ' + filter;
  }

  private static String unresolved(Bundle bundle) {
    return bundle.adapt(BundleStartLevel.class).isPersistentlyStarted()
        ? failure(bundle)
        : "its bundle is stopped, or what it needs does not fit together";
  }

  /** Starts it once more, to hear what it says. */
  private static String failure(Bundle bundle) {
    if (!bundle.adapt(BundleStartLevel.class).isPersistentlyStarted()) {
      return "its bundle is stopped";
    }
    try {
      bundle.start(Bundle.START_TRANSIENT);
      return "it started too late";
    } catch (BundleException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      return "it does not start: "
          + String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
  }
}
