package org.gridtill.shell;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.GateStatus;
import org.gridtill.api.platform.gates.GateStatus.State;
import org.gridtill.api.platform.gates.Gates;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Waits until adapters that a feature has brought are where those before them were. */
final class NewAdapters {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final BundleContext context;
  private final Gates gates;
  private final Duration patience;

  NewAdapters(BundleContext context, Gates gates, Duration patience) {
    this.context = context;
    this.gates = gates;
    this.patience = patience;
  }

  /** Returns the users of the gates behind which an adapter of these bundles is. */
  Set<String> gatesOf(Collection<Bundle> bundles) {
    Set<Long> numbers = bundles.stream().map(Bundle::getBundleId).collect(Collectors.toSet());
    return users(gates.status(), adapter -> numbers.contains(adapter.bundleId()));
  }

  /**
   * Waits for them.
   *
   * @param needed the users of the gates behind which they are to be
   * @return why they are not fit, as a sentence; empty if they are
   */
  Optional<String> unfit(Collection<NewBundle> bundles, Set<String> needed)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    Predicate<AdapterInfo> isNew =
        adapter ->
            bundles.stream()
                .anyMatch(
                    each ->
                        each.name().equals(adapter.bundle())
                            && each.version().toString().equals(adapter.version()));
    while (true) {
      List<GateStatus> statuses = gates.status();
      Optional<String> refused =
          statuses.stream()
              .filter(status -> status.state() == State.REFUSED && isNew.test(status.adapter()))
              .map(status -> status.adapter().bundle() + " is not fit: " + status.trouble())
              .findFirst();
      if (refused.isPresent()) {
        return refused;
      }
      if (users(statuses, isNew).containsAll(needed)) {
        return Optional.empty();
      }
      if (System.nanoTime() - deadline >= 0) {
        return Optional.of(diagnosis(bundles));
      }
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    }
  }

  private static Set<String> users(List<GateStatus> statuses, Predicate<AdapterInfo> wanted) {
    return statuses.stream()
        .filter(status -> status.state() == State.SERVING || status.state() == State.STANDBY)
        .filter(status -> wanted.test(status.adapter()))
        .map(GateStatus::user)
        .collect(Collectors.toSet());
  }

  private String diagnosis(Collection<NewBundle> bundles) {
    List<NewBundle> promised = bundles.stream().filter(NewBundle::adapter).toList();
    return Arrays.stream(context.getBundles())
        .filter(bundle -> promised.stream().anyMatch(each -> each.is(bundle)))
        .map(bundle -> bundle.getSymbolicName() + ": " + gates.diagnosis(bundle.getBundleId()))
        .findFirst()
        .orElse("its adapter is not installed");
  }
}
