package org.gridtill.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gridtill.api.platform.trust.VendorTrust;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;

/**
 * Puts the hook in place, before any bundle of a higher start level can resolve. It is an activator
 * and no component, since components come much later.
 */
public final class TrustActivator implements BundleActivator {

  /** The system property that switches enforcement off, with the value {@value #OFF}. */
  static final String PROPERTY = "gridtill.trust";

  static final String OFF = "off";

  private static final String DIGESTS = "bundles.sha256";

  private final Announcer announcer = new Announcer();
  private ServiceRegistration<ResolverHookFactory> hook;
  private Judge judge;
  private TrustService service;

  @Override
  public void start(BundleContext context) throws IOException {
    Path etc = folder(context, "karaf.etc").resolve("trust");
    Path system = folder(context, "karaf.home").resolve("system");
    boolean enforced = !OFF.equals(context.getProperty(PROPERTY));
    VendorStore store = new VendorStore(etc, announcer::warn);
    DigestList distribution = digests(system.resolve(DIGESTS));
    if (distribution.isEmpty()) {
      announcer.warn(
          system.resolve(DIGESTS) + " lists nothing, so that no bundle counts as the platform's");
    }
    BundleFiles files = new BundleFiles(cache(context));
    Examiner examiner = new Examiner(files, system, distribution, digests(etc.resolve(DIGESTS)));
    judge = new Judge(examiner, store, name -> named(context, name), enforced);
    service = new TrustService(context, files, store, judge, announcer, enforced);
    hook = context.registerService(ResolverHookFactory.class, new TrustHook(judge), null);
    context.addBundleListener((SynchronousBundleListener) this::changed);
    if (!enforced) {
      announcer.warn(
          "Trust is switched off ("
              + PROPERTY
              + " = "
              + OFF
              + "): bundles of anybody are let through. Never take money like this.");
    }
    service.sweep();
    context.registerService(VendorTrust.class, service, null);
  }

  @Override
  public void stop(BundleContext context) {
    hook.unregister();
    if (context.getBundle(Constants.SYSTEM_BUNDLE_ID).getState() != Bundle.STOPPING) {
      announcer.warn(
          "Trust is stopped while the platform runs: until it starts again, bundles of anybody can"
              + " resolve. It stops them when it starts.");
    }
  }

  /** Judges, and thereby examines, a bundle when it comes, so that the hook need not. */
  private void changed(BundleEvent event) {
    Bundle bundle = event.getBundle();
    switch (event.getType()) {
      case BundleEvent.INSTALLED, BundleEvent.UPDATED ->
          announcer.tell(bundle, judge.judge(bundle));
      case BundleEvent.RESOLVED -> service.afterResolved(bundle);
      case BundleEvent.UNINSTALLED -> {
        judge.forget(bundle);
        announcer.forget(bundle);
      }
      default -> {
        // Whether it may resolve does not depend on whether it does.
      }
    }
  }

  /** A list that cannot be used lists nothing: the hook must be there in any case. */
  private DigestList digests(Path file) {
    try {
      return DigestList.read(file);
    } catch (IOException e) {
      announcer.warn("a list of digests cannot be used: " + e.getMessage());
      return DigestList.EMPTY;
    }
  }

  private static List<Bundle> named(BundleContext context, String name) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> name.equals(bundle.getSymbolicName()))
        .toList();
  }

  private static Path folder(BundleContext context, String property) throws IOException {
    String value = context.getProperty(property);
    if (value == null) {
      throw new IOException("the framework's property " + property + " is missing");
    }
    return Path.of(value).toAbsolutePath();
  }

  /** A bundle's data lie in {@code data} of its folder in the cache. */
  private static Path cache(BundleContext context) throws IOException {
    Path data = context.getDataFile("").toPath().toAbsolutePath();
    Path own = data.getParent();
    if (own == null || own.getParent() == null) {
      throw new IOException(data + " does not lie in a framework's cache");
    }
    return own.getParent();
  }
}
