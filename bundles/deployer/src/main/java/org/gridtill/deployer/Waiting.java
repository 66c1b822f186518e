package org.gridtill.deployer;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.BundleListener;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adapters that could not start, mostly since something was missing: they are started whenever
 * another bundle has come or changed. Safe for use by several threads.
 */
final class Waiting implements BundleListener, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
  private static final int CHANGES =
      BundleEvent.INSTALLED | BundleEvent.UPDATED | BundleEvent.RESOLVED;

  private final BundleContext context;
  private final Set<Bundle> bundles = ConcurrentHashMap.newKeySet();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "gridtill-deployer");
            made.setDaemon(true);
            return made;
          });

  Waiting(BundleContext context) {
    this.context = context;
    context.addBundleListener(this);
  }

  void add(Bundle bundle) {
    bundles.add(bundle);
  }

  @Override
  public void bundleChanged(BundleEvent event) {
    if ((event.getType() & CHANGES) == 0
        || bundles.isEmpty()
        || bundles.contains(event.getBundle())
        || Trial.isOne(event.getBundle())) {
      return;
    }
    try {
      thread.execute(() -> bundles.removeIf(Waiting::isSettled));
    } catch (RejectedExecutionException e) {
      LOG.debug("The deployer is off", e);
    }
  }

  private static boolean isSettled(Bundle bundle) {
    if (bundle.getState() == Bundle.UNINSTALLED
        || bundle.getState() == Bundle.ACTIVE
        || !bundle.adapt(BundleStartLevel.class).isPersistentlyStarted()) {
      return true;
    }
    try {
      Slot.start(bundle);
      LOG.info("Adapter bundle {} {} has started", bundle.getSymbolicName(), bundle.getVersion());
      return true;
    } catch (BundleException | IllegalStateException e) {
      LOG.debug("{} still cannot start", bundle, e);
      return false;
    }
  }

  @Override
  public void close() {
    context.removeBundleListener(this);
    thread.shutdown();
  }
}
