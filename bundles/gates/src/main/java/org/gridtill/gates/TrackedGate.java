package org.gridtill.gates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gridtill.api.adapter.GridTillAdapter;
import org.gridtill.api.platform.gates.AdapterCall;
import org.gridtill.api.platform.gates.AdapterException;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.Gate;
import org.gridtill.api.platform.gates.GateOptions;
import org.gridtill.api.platform.gates.GateStatus;
import org.gridtill.api.platform.gates.Route;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A gate for the services of a type. The framework tells a tracker that a service goes on the
 * thread that takes it away, and goes on when the tracker returns: so the adapter's bundle stops
 * only when the calls have left it.
 */
final class TrackedGate<S> implements Gate<S>, ServiceTrackerCustomizer<S, Rank> {

  private static final Logger LOG = LoggerFactory.getLogger(TrackedGate.class);

  private final BundleContext context;
  private final String user;
  private final Passage<Rank, S> passage;
  private final ServiceTracker<S, Rank> tracker;
  private final Guard guard;
  private final Function<Bundle, BooleanSupplier> trust;
  private final Runnable whenClosed;

  /** A gate that is not open yet. */
  TrackedGate(
      BundleContext context,
      GateOptions<S> options,
      Passage<Rank, S> passage,
      Guard guard,
      Function<Bundle, BooleanSupplier> trust,
      Consumer<TrackedGate<S>> whenClosed) {
    this.context = context;
    user = options.user();
    this.passage = passage;
    this.guard = guard;
    this.trust = trust;
    this.whenClosed = () -> whenClosed.accept(this);
    tracker = new ServiceTracker<>(context, filter(options), this);
  }

  void open() {
    tracker.open();
  }

  @Override
  public Rank addingService(ServiceReference<S> reference) {
    S service = context.getService(reference);
    if (service == null) {
      return null;
    }
    Bundle bundle = reference.getBundle();
    Rank rank = new Rank(reference, bundle.getVersion());
    String wrong = passage.arrive(rank, service, info(reference));
    if (wrong.isEmpty()) {
      LOG.info("Adapter {} is there for {}", info(reference), user);
      guard.admitted(bundle);
    } else {
      guard.refused(bundle, wrong);
    }
    return rank;
  }

  @Override
  public void modifiedService(ServiceReference<S> reference, Rank rank) {
    // Its ranking is compared anew at each call.
  }

  @Override
  public void removedService(ServiceReference<S> reference, Rank rank) {
    // What operations no longer trust must not run, not even to say goodbye.
    passage.leave(rank, trust.apply(reference.getBundle()));
    LOG.info(
        "Adapter {} {} has left {}",
        reference.getProperty(GridTillAdapter.ADAPTER),
        rank.version(),
        user);
    context.ungetService(reference);
  }

  private static AdapterInfo info(ServiceReference<?> reference) {
    Map<String, Object> properties = new HashMap<>();
    for (String key : reference.getPropertyKeys()) {
      properties.put(key, reference.getProperty(key));
    }
    Bundle bundle = reference.getBundle();
    return new AdapterInfo(
        Objects.toString(properties.get(GridTillAdapter.ADAPTER), "unnamed"),
        Objects.toString(properties.get(GridTillAdapter.VENDOR), ""),
        bundle.getSymbolicName(),
        bundle.getBundleId(),
        bundle.getVersion().toString(),
        properties);
  }

  private static Filter filter(GateOptions<?> options) {
    String type = '(' + Constants.OBJECTCLASS + '=' + options.type().getName() + ')';
    String name =
        options.adapter().isEmpty()
            ? ""
            : '(' + GridTillAdapter.ADAPTER + '=' + options.adapter() + ')';
    try {
      return FrameworkUtil.createFilter("(&" + type + name + ')');
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException("no name of an adapter: " + options.adapter(), e);
    }
  }

  @Override
  public Optional<AdapterInfo> adapter(Route route) {
    return passage.adapter(route);
  }

  @Override
  public List<AdapterInfo> serving() {
    return passage.serving();
  }

  @Override
  public <T> T call(String operation, Route route, AdapterCall<S, T> call) throws AdapterException {
    return passage.call(operation, route, call);
  }

  @Override
  public <T> T farewell(String operation, AdapterCall<S, T> call) throws AdapterException {
    return passage.farewell(operation, call);
  }

  @Override
  public <T> CompletionStage<T> begin(String operation, AdapterCall<S, T> call) {
    return passage.begin(operation, call);
  }

  @Override
  public void close() {
    tracker.close();
    passage.close();
    whenClosed.run();
  }

  List<GateStatus> status() {
    return passage.status();
  }
}
