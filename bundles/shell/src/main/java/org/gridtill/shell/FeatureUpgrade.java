package org.gridtill.shell;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.gridtill.api.platform.deploy.DeployFolder;
import org.gridtill.api.platform.deploy.DeployOutcome;
import org.gridtill.api.platform.gates.Gates;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs a feature in place of another version of it, and that one again if the new adapters do
 * not serve.
 */
final class FeatureUpgrade {

  private static final Logger LOG = LoggerFactory.getLogger(FeatureUpgrade.class);

  /** With what the way back takes, less than the callers at the gates wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final BundleContext context;
  private final FeaturesService features;
  private final DeployFolder folder;
  private final NewAdapters adapters;

  FeatureUpgrade(
      BundleContext context, FeaturesService features, DeployFolder folder, Gates gates) {
    this.context = context;
    this.features = features;
    this.folder = folder;
    adapters = new NewAdapters(context, gates, PATIENCE);
  }

  /**
   * Checks what Karaf does not ask.
   *
   * @throws IllegalArgumentException if it brings no adapter, or what is not trusted
   */
  void check(FeaturePreview.Change change) throws IOException {
    Map<String, NewBundle> comes = new LinkedHashMap<>(change.comes());
    comes.values().removeIf(each -> !bundles(List.of(each)).isEmpty());
    if (comes.values().stream().noneMatch(NewBundle::adapter)) {
      throw new IllegalArgumentException(
          "feature " + change.feature().getId() + " brings no new adapter");
    }
    for (var each : comes.entrySet()) {
      Optional<String> distrust;
      try (InputStream in = URI.create(each.getKey()).toURL().openStream()) {
        distrust = folder.distrust(in);
      }
      if (distrust.isPresent()) {
        throw new IllegalArgumentException(
            each.getValue().name()
                + ' '
                + each.getValue().version()
                + " is not trusted: it "
                + distrust.get());
      }
    }
  }

  /** Does it, and tells what came of it. */
  DeployOutcome perform(FeaturePreview.Change change) throws Exception {
    Set<String> before = installed(change.feature());
    Set<String> gatesBefore = adapters.gatesOf(change.goes());
    Optional<String> wrong = install(Set.of(change.feature().getId()), change.goes());
    if (wrong.isEmpty()) {
      wrong = adapters.unfit(change.comes().values(), gatesBefore);
    }
    String name = "feature " + change.feature().getId();
    if (wrong.isEmpty()) {
      return new DeployOutcome(true, name + " is installed, and its adapters serve");
    }
    if (before.isEmpty()) {
      return new DeployOutcome(false, name + " is installed and does not serve: " + wrong.get());
    }
    Optional<String> back = install(before, bundles(change.comes().values()));
    String words =
        back.map(why -> " does not serve, and cannot be undone (" + why + "): ")
            .orElse(" was undone, and " + String.join(", ", before) + " serves again: ");
    LOG.error("{}{}{}", name, words, wrong.get());
    return new DeployOutcome(false, name + words + wrong.get());
  }

  private Set<String> installed(Feature feature) throws Exception {
    Set<String> found = new TreeSet<>();
    for (Feature each : features.listInstalledFeatures()) {
      if (each.getName().equals(feature.getName()) && !each.getId().equals(feature.getId())) {
        found.add(each.getId());
      }
    }
    return found;
  }

  /**
   * Has Karaf do it. Karaf refreshes nothing, so that nothing but the feature's own bundles can
   * restart, whatever has changed since the preview; what goes is refreshed here, if only adapters
   * use it.
   */
  private Optional<String> install(Set<String> ids, Collection<Bundle> goes) {
    try {
      features.installFeatures(ids, EnumSet.of(Option.Upgrade, Option.NoAutoRefreshBundles));
      return Optional.empty();
    } catch (Exception e) {
      LOG.debug("{} cannot be installed", ids, e);
      return Optional.of(
          String.valueOf(e.getMessage())
              .lines()
              .map(String::strip)
              .limit(2)
              .collect(Collectors.joining(" ")));
    } finally {
      refresh(goes);
    }
  }

  private void refresh(Collection<Bundle> goes) {
    FrameworkWiring wiring = context.getBundle(0).adapt(FrameworkWiring.class);
    List<Bundle> gone = new ArrayList<>(wiring.getRemovalPendingBundles());
    gone.retainAll(goes);
    if (!gone.isEmpty()
        && wiring.getDependencyClosure(gone).stream()
            .allMatch(each -> isUninstalled(each) || UpgradePreview.isAdapter(each))) {
      wiring.refreshBundles(gone);
    }
  }

  private static boolean isUninstalled(Bundle bundle) {
    return bundle.getState() == Bundle.UNINSTALLED;
  }

  private List<Bundle> bundles(Collection<NewBundle> wanted) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> wanted.stream().anyMatch(each -> each.is(bundle)))
        .toList();
  }
}
