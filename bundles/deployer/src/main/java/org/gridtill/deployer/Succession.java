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

  /**
   * Puts a jar in its place.
   *
   * @return why it was refused or does not start, as a sentence; empty if all is well
   */
  Optional<String> put(AdapterJar jar, Slot slot)
      throws IOException, BundleException, InterruptedException {
    refusals.forget(jar.path());
    List<Bundle> others = new ArrayList<>(slot.bundles());
    Optional<Bundle> present = slot.holder();
    present.ifPresent(others::remove);
    others.forEach(bundle -> gates.note(bundle.getBundleId(), ""));
    Optional<Bundle> excluded = others.stream().filter(jar::excludes).findFirst();
    if (present.isEmpty() && excluded.isPresent()) {
      return update(jar, slot, excluded.get());
    }
    Bundle next = present.isPresent() ? present.get() : slot.install(jar);
    if (others.stream().anyMatch(bundle -> bundle.getState() == Bundle.ACTIVE)) {
      return follow(jar, slot, next, others);
    }
    slot.remove(others);
    return start(jar, next);
  }

  private Optional<String> update(AdapterJar jar, Slot slot, Bundle bundle)
      throws IOException, BundleException {
    Optional<String> dependents = dependents(slot, List.of(bundle));
    if (dependents.isPresent()) {
      return refuse(jar, List.of(bundle), dependents.get());
    }
    LOG.info("Adapter bundle {} is updated in its place, as its version is the same", jar);
    slot.update(bundle);
    return start(jar, bundle);
  }

  /** Starts what replaces nothing that serves. */
  private Optional<String> start(AdapterJar jar, Bundle bundle) {
    try {
      Slot.start(bundle);
      return Optional.empty();
    } catch (BundleException e) {
      LOG.debug("{} cannot start", jar, e);
      waiting.add(bundle);
      String why = gates.diagnosis(bundle.getBundleId());
      LOG.error("Adapter bundle {} does not run: {}", jar, why);
      return Optional.of(jar + " does not run: " + why);
    }
  }

  private Optional<String> follow(AdapterJar jar, Slot slot, Bundle next, List<Bundle> others)
      throws IOException, BundleException, InterruptedException {
    Optional<String> wrong = trial(jar, next, others);
    if (wrong.isEmpty()) {
      // As late as possible, since anybody may have begun to use what goes.
      wrong = dependents(slot, others);
    }
    if (wrong.isEmpty()) {
      slot.remove(others);
      LOG.info("Adapter bundle {} has followed {}", jar, versions(others));
      return Optional.empty();
    }
    slot.remove(List.of(next));
    return refuse(jar, others, wrong.get());
  }

  private static Optional<String> dependents(Slot slot, List<Bundle> going) {
    List<String> names = slot.dependents(going);
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of("bundles that are no adapters would restart: " + String.join(", ", names));
  }

  private Optional<String> refuse(AdapterJar jar, List<Bundle> others, String why)
      throws IOException {
    refusals.add(jar);
    String note = "version " + jar.version() + " was refused: " + why;
    others.forEach(bundle -> gates.note(bundle.getBundleId(), note));
    LOG.error(
        "Version {} of adapter bundle {} was refused, and version {} goes on serving: {}",
        jar.version(),
        jar.name(),
        versions(others),
        why);
    return Optional.of(
        jar + " was refused, and version " + versions(others) + " goes on serving: " + why);
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
