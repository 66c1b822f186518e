package org.gridtill.gates;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.karaf.features.FeaturesService;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.platform.gates.AdapterShare;
import org.gridtill.api.platform.gates.AdapterShares;
import org.gridtill.api.platform.gates.Gate;
import org.gridtill.api.platform.gates.GateOptions;
import org.gridtill.api.platform.gates.GateStatus;
import org.gridtill.api.platform.gates.Gates;
import org.gridtill.api.platform.trust.VendorTrust;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The gates of the platform. */
@Component(configurationPid = GateSettings.PID)
@Designate(ocd = GateSettings.class)
public final class GatesComponent implements Gates {

  private final BundleContext context;
  private final AdapterShares shares;
  private final VendorTrust trust;
  private final Duration patience;
  private final Duration farewell;
  private final Watch watch = new Watch(new MonotonicClock());
  private final Diagnosis diagnosis;
  private final Guard guard;
  private final Set<TrackedGate<?>> gates = ConcurrentHashMap.newKeySet();

  /**
   * Made by Declarative Services.
   *
   * @throws IllegalArgumentException if a setting is wrong; names PID and key
   */
  @Activate
  public GatesComponent(
      BundleContext context,
      @Reference AdapterShares shares,
      @Reference VendorTrust trust,
      GateSettings settings) {
    this.context = context;
    this.shares = shares;
    this.trust = trust;
    patience = Duration.ofMillis(notNegative("successorMillis", settings.successorMillis()));
    farewell = Duration.ofSeconds(notNegative("farewellSeconds", settings.farewellSeconds()));
    diagnosis = new Diagnosis(context, this::supplierOf, trust::verdict);
    Copies copies = new Copies(context.getDataFile("served").toPath(), trust::file);
    guard = new Guard(context, settings.rollBack(), diagnosis, copies);
  }

  private static int notNegative(String key, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(GateSettings.PID + ": " + key + " must not be negative");
    }
    return value;
  }

  /** The service is asked for when something is missing, and not needed otherwise. */
  private Optional<String> supplierOf(String packageName) {
    ServiceReference<FeaturesService> reference =
        context.getServiceReference(FeaturesService.class);
    FeaturesService features = reference == null ? null : context.getService(reference);
    if (features == null) {
      return Optional.empty();
    }
    try {
      Path repository = Path.of(context.getProperty("karaf.home"), "system");
      return new FeatureSearch(features, repository).supplierOf(packageName);
    } finally {
      context.ungetService(reference);
    }
  }

  @Override
  public <S> Gate<S> open(GateOptions<S> options) {
    Passage<Rank, S> passage =
        new Passage<>(options, patience, farewell, watch, () -> shareOf(options));
    TrackedGate<S> gate =
        new TrackedGate<>(
            context,
            options,
            passage,
            guard,
            bundle -> LastingTrust.of(trust, bundle.getBundleId()),
            gates::remove);
    gates.add(gate);
    gate.open();
    return gate;
  }

  /** What has no terminals has nothing to share. */
  private Optional<AdapterShare> shareOf(GateOptions<?> options) {
    return TerminalAdapter.class.equals(options.type())
        ? shares.of(options.adapter())
        : Optional.empty();
  }

  @Override
  public List<GateStatus> status() {
    return gates.stream()
        .flatMap(gate -> gate.status().stream())
        .map(status -> status.troubledBy(guard.annotated(status).trouble()))
        .sorted(Comparator.comparing(GateStatus::user).thenComparing(GateStatus::state))
        .toList();
  }

  @Override
  public String diagnosis(long bundleId) {
    Bundle bundle = context.getBundle(bundleId);
    return bundle == null ? "there is no such bundle" : diagnosis.of(bundle);
  }

  @Override
  public void note(long bundleId, String words) {
    guard.note(bundleId, words);
  }

  @Deactivate
  void stop() {
    gates.forEach(TrackedGate::close);
    guard.close();
    watch.close();
  }
}
