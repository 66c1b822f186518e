package org.gridtill.deployer;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridtill.api.platform.gates.Gates;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.gridtill.api.platform.trust.VendorTrust;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * A bundle that is installed for a moment, and not started, to hear what the framework and trust
 * say of it: only of what is installed do they say anything.
 */
final class Trial implements AutoCloseable {

  private static final String SCHEME = "gridtill-trial:";

  private final FrameworkWiring wiring;
  private final Bundle bundle;

  /**
   * Installs it.
   *
   * @param jar is not closed
   * @throws IllegalArgumentException if the framework does not take it, saying why
   */
  Trial(BundleContext context, InputStream jar) {
    wiring = wiring(context);
    try {
      bundle = context.installBundle(SCHEME + UUID.randomUUID(), jar);
    } catch (BundleException e) {
      throw new IllegalArgumentException("the framework does not take it: " + e.getMessage(), e);
    }
  }

  /** Tells whether a bundle is installed for a moment only. */
  static boolean isOne(Bundle bundle) {
    return bundle.getLocation().startsWith(SCHEME);
  }

  /** Takes away what a failure of the power has left. */
  static void clear(BundleContext context) throws BundleException {
    List<Bundle> left = Arrays.stream(context.getBundles()).filter(Trial::isOne).toList();
    for (Bundle bundle : left) {
      bundle.uninstall();
    }
    if (!left.isEmpty()) {
      wiring(context).refreshBundles(left);
    }
  }

  /** Returns why it is not trusted; empty if it is. */
  Optional<String> distrust(VendorTrust trust) {
    return trust
        .verdict(bundle.getBundleId())
        .filter(verdict -> !verdict.mayResolve())
        .map(BundleVerdict::words);
  }

  /** Returns why it does not resolve; empty if it does. */
  Optional<String> unresolved(VendorTrust trust, Gates gates) {
    if (wiring.resolveBundles(Set.of(bundle))) {
      return Optional.empty();
    }
    return distrust(trust)
        .map(words -> "it is not trusted: " + words)
        .or(() -> Optional.of(gates.diagnosis(bundle.getBundleId())));
  }

  @Override
  public void close() {
    try {
      bundle.uninstall();
    } catch (BundleException e) {
      throw new IllegalStateException(bundle + " cannot be taken away again", e);
    }
    wiring.refreshBundles(Set.of(bundle));
  }

  private static FrameworkWiring wiring(BundleContext context) {
    return context.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(FrameworkWiring.class);
  }
}
