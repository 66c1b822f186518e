package org.gridtill.deployer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gridtill.api.platform.deploy.DeployOutcome;
import org.gridtill.api.platform.gates.GateStatus;
import org.gridtill.api.platform.gates.GateStatus.State;
import org.gridtill.api.platform.gates.Gates;
import org.osgi.framework.Bundle;

/** Says in words what has become of a bundle that has just been started. */
final class Fate {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Gates gates;
  private final Duration patience;

  /**
   * Makes one.
   *
   * @param patience how long a gate may take to let it in
   */
  Fate(Gates gates, Duration patience) {
    this.gates = gates;
    this.patience = patience;
  }

  /** Waits until a gate has an opinion of it; there may be no gate that it is for. */
  DeployOutcome of(Bundle bundle) throws InterruptedException {
    String name = bundle.getSymbolicName() + ' ' + bundle.getVersion();
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      List<GateStatus> own =
          gates.status().stream().filter(status -> isOf(bundle, status)).toList();
      Optional<GateStatus> refused = in(State.REFUSED, own);
      if (refused.isPresent()) {
        return new DeployOutcome(false, name + " is not fit: " + refused.get().trouble());
      }
      if (in(State.SERVING, own).isPresent()) {
        return new DeployOutcome(true, name + " serves");
      }
      if (in(State.STANDBY, own).isPresent()) {
        return new DeployOutcome(true, name + " stands by, since another version serves");
      }
      if (System.nanoTime() - deadline >= 0) {
        return bundle.getState() == Bundle.ACTIVE
            ? new DeployOutcome(true, name + " has started, and nothing has a use for it yet")
            : new DeployOutcome(
                false, name + " does not run: " + gates.diagnosis(bundle.getBundleId()));
      }
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    }
  }

  private static Optional<GateStatus> in(State state, List<GateStatus> statuses) {
    return statuses.stream().filter(status -> status.state() == state).findFirst();
  }

  private static boolean isOf(Bundle bundle, GateStatus status) {
    return status.adapter() != null && status.adapter().bundleId() == bundle.getBundleId();
  }
}
