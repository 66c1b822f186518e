package org.gridtill.gates;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.gridtill.api.platform.gates.GateStatus;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.BundleListener;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Undoes an update of an adapter that does not serve soon after. An update takes the old version
 * away before anybody can know whether the new one resolves, starts and is fit; so the last version
 * that served is kept, and put back. Callers wait at the gate meanwhile. What it does, it does on
 * one thread.
 */
final class Guard implements BundleListener, AutoCloseable {

  /** From an update to the decision; with what the way back takes, less than five seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

  private final BundleContext context;
  private final boolean rollBack;
  private final Copies copies;
  private final Diagnosis diagnosis;
  private final ScheduledExecutorService thread;

  /** By bundle, the change of it that serves. */
  private final Map<Long, Long> serving = new ConcurrentHashMap<>();

  /** By bundle, why it is not fit. */
  private final Map<Long, String> unfit = new ConcurrentHashMap<>();

  /** By bundle, what became of its last update, for operations. */
  private final Map<Long, String> notes = new ConcurrentHashMap<>();

  /** By bundle, the change that put it back, which nobody needs to watch. */
  private final Map<Long, Long> returned = new ConcurrentHashMap<>();

  /**
   * Begins to watch.
   *
   * @param rollBack whether updates are undone
   */
  Guard(BundleContext context, boolean rollBack, Diagnosis diagnosis, Copies copies) {
    this.context = context;
    this.rollBack = rollBack;
    this.diagnosis = diagnosis;
    this.copies = copies;
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread made = new Thread(task, "gridtill-gate-guard");
              made.setDaemon(true);
              return made;
            });
    context.addBundleListener(this);
  }

  /** An adapter of the bundle serves. */
  void admitted(Bundle bundle) {
    unfit.remove(bundle.getBundleId());
    serving.put(bundle.getBundleId(), bundle.getLastModified());
    if (rollBack) {
      run(() -> keep(bundle));
    }
  }

  /** An adapter of the bundle is not fit. */
  void refused(Bundle bundle, String why) {
    unfit.put(bundle.getBundleId(), why);
  }

  /** Notes what became of an update, for operations, until the bundle serves another version. */
  void note(long bundleId, String words) {
    if (words.isEmpty()) {
      notes.remove(bundleId);
    } else {
      notes.put(bundleId, words);
    }
  }

  /** Adds what became of an update to what else is known of an adapter. */
  GateStatus annotated(GateStatus status) {
    String note = status.adapter() == null ? null : notes.get(status.adapter().bundleId());
    return note == null || !status.trouble().isEmpty()
        ? status
        : new GateStatus(
            status.user(),
            status.adapter(),
            status.state(),
            status.underWay(),
            status.stuck(),
            status.waiting(),
            status.circuit(),
            note);
  }

  @Override
  public void bundleChanged(BundleEvent event) {
    Bundle bundle = event.getBundle();
    if (event.getType() == BundleEvent.UNINSTALLED) {
      run(() -> forget(bundle));
    } else if (rollBack && event.getType() == BundleEvent.UPDATED) {
      unfit.remove(bundle.getBundleId());
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      run(() -> watch(bundle, bundle.getLastModified(), deadline));
    }
  }

  private void keep(Bundle bundle) {
    try {
      copies.keep(bundle);
    } catch (IOException | IllegalStateException e) {
      LOG.warn("Bundle {} cannot be kept; an update of it will not be undone", bundle, e);
    }
  }

  private void forget(Bundle bundle) {
    copies.forget(bundle);
    serving.remove(bundle.getBundleId());
    unfit.remove(bundle.getBundleId());
    notes.remove(bundle.getBundleId());
    returned.remove(bundle.getBundleId());
  }

  /** Looks at an updated bundle again and again, until it serves or its time is up. */
  private void watch(Bundle bundle, long change, long deadline) {
    long id = bundle.getBundleId();
    if (bundle.getLastModified() != change || returned.getOrDefault(id, 0L) == change) {
      // Changed again, or by the guard itself.
      return;
    }
    if (serving.getOrDefault(id, 0L) == change) {
      notes.remove(id);
    } else if (copies.before(bundle).isEmpty()) {
      LOG.debug("{} has never served", bundle);
    } else if (unfit.containsKey(id) || System.nanoTime() - deadline >= 0) {
      undo(bundle);
    } else {
      thread.schedule(
          guarded(() -> watch(bundle, change, deadline)), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void undo(Bundle bundle) {
    if (!bundle.adapt(BundleStartLevel.class).isPersistentlyStarted()) {
      // Stopped on purpose.
      return;
    }
    long id = bundle.getBundleId();
    String version = bundle.getVersion().toString();
    String why = unfit.getOrDefault(id, diagnosis.of(bundle));
    Path jar = copies.before(bundle).orElseThrow();
    try (InputStream in = Files.newInputStream(jar)) {
      bundle.update(in);
      returned.put(id, bundle.getLastModified());
      bundle.start();
      refresh(bundle);
      notes.put(id, "version " + version + " was undone: " + why);
      LOG.error(
          "Version {} of adapter bundle {} was undone, and version {} serves again: {}",
          version,
          bundle.getSymbolicName(),
          bundle.getVersion(),
          why);
    } catch (IOException | BundleException | IllegalStateException e) {
      LOG.error(
          "Version {} of adapter bundle {} does not serve, and cannot be undone: {}",
          version,
          bundle.getSymbolicName(),
          why,
          e);
    }
  }

  /** Lets go of the classes of the version that was undone. */
  private void refresh(Bundle bundle) {
    FrameworkWiring wiring = context.getBundle(0).adapt(FrameworkWiring.class);
    if (wiring.getRemovalPendingBundles().contains(bundle)) {
      wiring.refreshBundles(Set.of(bundle));
    }
  }

  private void run(Runnable task) {
    try {
      thread.execute(guarded(task));
    } catch (RejectedExecutionException e) {
      LOG.debug("The guard is off", e);
    }
  }

  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.warn("The guard of adapters cannot work: {}", e.toString());
      }
    };
  }

  @Override
  public void close() {
    context.removeBundleListener(this);
    thread.execute(copies::clear);
    thread.shutdown();
  }
}
