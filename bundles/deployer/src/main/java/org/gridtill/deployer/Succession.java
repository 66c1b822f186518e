package org.gridtill.deployer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridtill.api.platform.gates.Gates;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one version of an adapter follow another: the next one starts beside the present one, which
 * goes when the gates have let the next one in. If they do not, the next one goes, and nobody has
 * noticed. Should the power fail in between, both are there at the next start, and the file
 * decides.
 */
final class Succession {

  private static final Logger LOG = LoggerFactory.getLogger(Succession.class);

  private final Gates gates;
  private final Fitness fitness;
  private final Refusals refusals;
  private final Waiting waiting;

  Succession(Gates gates, Fitness fitness, Refusals refusals, Waiting waiting) {
    this.gates = gates;
    this.fitness = fitness;
    this.refusals = refusals;
    this.waiting = waiting;
  }

  /** Puts a jar in its place. */
  void put(AdapterJar jar, Slot slot) throws IOException, BundleException, InterruptedException {
    refusals.forget(jar.path());
    List<Bundle> others = new ArrayList<>(slot.bundles());
    Optional<Bundle> present = slot.holder();
    present.ifPresent(others::remove);
    others.forEach(bundle -> gates.note(bundle.getBundleId(), ""));
    Optional<Bundle> excluded = others.stream().filter(jar::excludes).findFirst();
    if (present.isEmpty() && excluded.isPresent()) {
      LOG.info("Adapter bundle {} is updated in its place, as its version is the same", jar);
      slot.update(excluded.get());
      start(jar, excluded.get());
      return;
    }
    Bundle next = present.isPresent() ? present.get() : slot.install(jar);
    if (others.stream().anyMatch(bundle -> bundle.getState() == Bundle.ACTIVE)) {
      follow(jar, slot, next, others);
    } else {
      slot.remove(others);
      start(jar, next);
    }
  }

  /** Starts what replaces nothing that serves. */
  private void start(AdapterJar jar, Bundle bundle) {
    try {
      Slot.start(bundle);
    } catch (BundleException e) {
      LOG.debug("{} cannot start", jar, e);
      waiting.add(bundle);
      LOG.error("Adapter bundle {} does not run: {}", jar, gates.diagnosis(bundle.getBundleId()));
    }
  }

  private void follow(AdapterJar jar, Slot slot, Bundle next, List<Bundle> others)
      throws IOException, BundleException, InterruptedException {
    Optional<String> wrong = trial(jar, next, others);
    if (wrong.isEmpty()) {
      slot.remove(others);
      LOG.info("Adapter bundle {} has followed {}", jar, versions(others));
      return;
    }
    slot.remove(List.of(next));
    refusals.add(jar);
    String note = "version " + jar.version() + " was refused: " + wrong.get();
    others.forEach(bundle -> gates.note(bundle.getBundleId(), note));
    LOG.error(
        "Version {} of adapter bundle {} was refused, and version {} goes on serving: {}",
        jar.version(),
        jar.name(),
        versions(others),
        wrong.get());
  }

  private Optional<String> trial(AdapterJar jar, Bundle next, List<Bundle> others)
      throws InterruptedException {
    try {
      Slot.start(next);
    } catch (BundleException e) {
      LOG.debug("{} cannot start", jar, e);
      return Optional.of(gates.diagnosis(next.getBundleId()));
    }
    // Another adapter under the same file name is no version of the one before.
    boolean versions =
        others.stream().anyMatch(bundle -> jar.name().equals(bundle.getSymbolicName()));
    return versions ? fitness.of(next, others) : Optional.empty();
  }

  /** Says, after a start of the platform, that a jar was refused before, and does nothing else. */
  void remind(AdapterJar jar, Slot slot) {
    String note = "version " + jar.version() + " was refused before; its file has not changed";
    slot.bundles().forEach(bundle -> gates.note(bundle.getBundleId(), note));
    LOG.warn("Adapter bundle {}: {}", jar.name(), note);
  }

  private static String versions(List<Bundle> bundles) {
    return bundles.stream()
        .map(bundle -> bundle.getVersion().toString())
        .collect(Collectors.joining(", "));
  }
}
