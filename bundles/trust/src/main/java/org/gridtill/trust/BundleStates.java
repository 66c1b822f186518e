package org.gridtill.trust;

import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Starts and stops bundles without touching whether they are meant to run, so that one that is
 * trusted again runs again.
 */
final class BundleStates {

  private static final int RESOLVED =
      Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

  private final BundleContext context;
  private final Announcer announcer;

  BundleStates(BundleContext context, Announcer announcer) {
    this.context = context;
    this.announcer = announcer;
  }

  /** Starts those that are meant to run and wait. */
  void start(List<Bundle> bundles) {
    for (Bundle bundle : bundles) {
      BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
      if (isFragment(bundle) || !level.isPersistentlyStarted()) {
        continue;
      }
      try {
        bundle.start(
            Bundle.START_TRANSIENT
                | (level.isActivationPolicyUsed() ? Bundle.START_ACTIVATION_POLICY : 0));
      } catch (BundleException e) {
        announcer.fail("Bundle " + bundle.getSymbolicName() + " is trusted but cannot start", e);
      }
    }
  }

  /**
   * Stops those that run, now, and takes their wiring away, soon. What they offer to others is gone
   * when this returns, apart from classes.
   */
  void stop(List<Bundle> bundles) {
    List<Bundle> resolved =
        bundles.stream()
            .filter(bundle -> (bundle.getState() & RESOLVED) != 0)
            .filter(bundle -> !isExtension(bundle))
            .toList();
    for (Bundle bundle : resolved) {
      if (isFragment(bundle)) {
        continue;
      }
      try {
        bundle.stop(Bundle.STOP_TRANSIENT);
      } catch (BundleException e) {
        // It is stopped all the same: its activator has thrown.
        announcer.fail("Bundle " + bundle.getSymbolicName() + " has complained at its stop", e);
      }
    }
    if (!resolved.isEmpty()) {
      context
          .getBundle(Constants.SYSTEM_BUNDLE_ID)
          .adapt(FrameworkWiring.class)
          .refreshBundles(resolved);
    }
  }

  /**
   * Tells of an extension of the framework, to which nothing can be done: Felix attaches it without
   * asking a hook, and taking its wiring away would stop the whole platform.
   */
  private boolean isExtension(Bundle bundle) {
    String host = bundle.getHeaders("").get(Constants.FRAGMENT_HOST);
    boolean extension =
        host != null && host.split(";", 2)[0].strip().equals(Constants.SYSTEM_BUNDLE_SYMBOLICNAME);
    if (extension) {
      announcer.warn(
          "Bundle "
              + bundle.getSymbolicName()
              + " extends the framework and is attached though it may not; uninstall it, remove its"
              + " file, and restart the platform");
    }
    return extension;
  }

  private static boolean isFragment(Bundle bundle) {
    return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
  }
}
