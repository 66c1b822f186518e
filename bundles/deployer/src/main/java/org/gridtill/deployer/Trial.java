package org.gridtill.deployer;

import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gridtill.api.platform.gates.Gates;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.gridtill.api.platform.trust.VendorTrust;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bundle that is installed for a moment, and not started, to hear what the framework and trust
 * say of it: only of what is installed do they say anything.
 */
final class Trial implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Trial.class);
  private static final String SCHEME = "gridtill-trial:";

  /** Mostly a millisecond. */
  private static final Duration NEWS = Duration.ofSeconds(2);

  private final BundleContext context;
  private final FrameworkWiring wiring;
  private final Bundle bundle;

  /**
   * Installs it.
   *
   * @param jar is not closed
   * @throws IllegalArgumentException if the framework does not take it, saying why
   */
  Trial(BundleContext context, InputStream jar) {
    this.context = context;
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
    if (resolves()) {
      return Optional.empty();
    }
    return distrust(trust)
        .map(words -> "it is not trusted: " + words)
        .or(() -> Optional.of(gates.diagnosis(bundle.getBundleId())));
  }

  /**
   * Tries, and waits until all who listen have heard of it: Karaf looks into each bundle that
   * resolves, a little later, and logs an error if it is gone by then.
   */
  private boolean resolves() {
    CountDownLatch heard = new CountDownLatch(1);
    BundleListener last =
        event -> {
          if (event.getType() == BundleEvent.RESOLVED && event.getBundle().equals(bundle)) {
            heard.countDown();
          }
        };
    context.addBundleListener(last);
    try {
      boolean resolved = wiring.resolveBundles(Set.of(bundle));
      if (resolved && !heard.await(NEWS.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("Nobody has heard that {} has resolved", bundle);
      }
      return resolved;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the look at " + bundle + " was interrupted", e);
    } finally {
      context.removeBundleListener(last);
    }
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
