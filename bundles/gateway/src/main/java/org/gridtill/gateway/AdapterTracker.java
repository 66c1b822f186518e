package org.gridtill.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gridtill.api.adapter.GridTillAdapter;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * The adapters of a name among the services; of several, the one of the highest ranking serves.
 * Tells when one has come or gone, which a plain tracker does only before it knows itself. Safe for
 * use by several threads.
 */
final class AdapterTracker
    implements AdapterSource, ServiceTrackerCustomizer<TerminalAdapter, TerminalAdapter> {

  private final BundleContext context;
  private final Runnable changed;
  private final ServiceTracker<TerminalAdapter, TerminalAdapter> tracker;
  private final Map<ServiceReference<TerminalAdapter>, TerminalAdapter> adapters =
      new ConcurrentHashMap<>();

  /**
   * A tracker that is not open yet.
   *
   * @param changed is run after an adapter has come or gone
   */
  AdapterTracker(BundleContext context, String adapter, Runnable changed) {
    this.context = context;
    this.changed = changed;
    tracker = new ServiceTracker<>(context, filter(adapter), this);
  }

  void open() {
    tracker.open();
  }

  void close() {
    tracker.close();
  }

  @Override
  public Optional<TerminalAdapter> current() {
    return adapters.entrySet().stream().max(Map.Entry.comparingByKey()).map(Map.Entry::getValue);
  }

  @Override
  public TerminalAdapter addingService(ServiceReference<TerminalAdapter> reference) {
    TerminalAdapter adapter = context.getService(reference);
    if (adapter != null) {
      adapters.put(reference, adapter);
      changed.run();
    }
    return adapter;
  }

  @Override
  public void modifiedService(
      ServiceReference<TerminalAdapter> reference, TerminalAdapter adapter) {
    // Its ranking is compared anew at each use.
  }

  @Override
  public void removedService(ServiceReference<TerminalAdapter> reference, TerminalAdapter adapter) {
    adapters.remove(reference);
    context.ungetService(reference);
    changed.run();
  }

  private static Filter filter(String adapter) {
    String filter =
        "(&("
            + Constants.OBJECTCLASS
            + '='
            + TerminalAdapter.class.getName()
            + ")("
            + GridTillAdapter.ADAPTER
            + '='
            + adapter
            + "))";
    try {
      return FrameworkUtil.createFilter(filter);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(filter, e);
    }
  }
}
