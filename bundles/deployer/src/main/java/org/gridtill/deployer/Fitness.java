package org.gridtill.deployer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.gridtill.api.platform.gates.GateStatus;
import org.gridtill.api.platform.gates.GateStatus.State;
import org.gridtill.api.platform.gates.Gates;
import org.osgi.framework.Bundle;

/** Waits for the gates' opinion of a new version of an adapter. */
final class Fitness {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Gates gates;
  private final Duration patience;

  /**
   * Makes one.
   *
   * @param patience how long a new version may take to be fit
   */
  Fitness(Gates gates, Duration patience) {
    this.gates = gates;
    this.patience = patience;
  }

  /**
   * Waits until a version is behind all the gates where those are that it is to replace.
   *
   * @return why it is not fit, as a sentence; empty if it is
   */
  Optional<String> of(Bundle next, List<Bundle> others) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      List<GateStatus> status = gates.status();
      Optional<String> refusal = refusal(next, status);
      if (refusal.isPresent()) {
        return refusal;
      }
      Set<String> needed =
          others.stream().flatMap(each -> users(each, status).stream()).collect(Collectors.toSet());
      if (next.getState() == Bundle.ACTIVE && users(next, status).containsAll(needed)) {
        return Optional.empty();
      }
      if (System.nanoTime() - deadline >= 0) {
        return Optional.of(gates.diagnosis(next.getBundleId()));
      }
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    }
  }

  private static Optional<String> refusal(Bundle bundle, List<GateStatus> status) {
    return status.stream()
        .filter(each -> isOf(bundle, each) && each.state() == State.REFUSED)
        .map(GateStatus::trouble)
        .findFirst();
  }

  /** Returns whose gates let the bundle's adapter in. */
  private static Set<String> users(Bundle bundle, List<GateStatus> status) {
    return status.stream()
        .filter(each -> isOf(bundle, each))
        .filter(each -> each.state() == State.SERVING || each.state() == State.STANDBY)
        .map(GateStatus::user)
        .collect(Collectors.toSet());
  }

  private static boolean isOf(Bundle bundle, GateStatus status) {
    return status.adapter() != null && status.adapter().bundleId() == bundle.getBundleId();
  }
}
