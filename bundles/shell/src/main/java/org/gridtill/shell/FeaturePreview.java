package org.gridtill.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.shell.support.CommandException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What the installation of a feature, in place of another version of it, would bring and take. */
final class FeaturePreview {

  /**
   * What an installation changes.
   *
   * @param feature the feature
   * @param comes the bundles that it brings, by location
   * @param goes those that only another version of it has wanted so far
   * @param restarts those that restart, or go
   */
  record Change(
      Feature feature, Map<String, NewBundle> comes, List<Bundle> goes, Restarts restarts) {

    /** Tells whether another one brings, takes and restarts the same. */
    boolean isLike(Change other) {
      return comes.equals(other.comes)
          && goes.equals(other.goes)
          && restarts.equals(other.restarts);
    }

    void print(PrintStream out) {
      comes.values().forEach(each -> out.println("new: " + each.name() + ' ' + each.version()));
      restarts.print(out);
    }
  }

  private final BundleContext context;
  private final FeaturesService features;

  FeaturePreview(BundleContext context, FeaturesService features) {
    this.context = context;
    this.features = features;
  }

  /**
   * Has Karaf try a feature, which changes nothing, and looks what it would change.
   *
   * @param id as of {@link #find}
   * @throws IllegalArgumentException if no repository has it
   * @throws CommandException if it does not resolve
   */
  Change of(String id) throws Exception {
    Feature feature = find(id);
    try {
      simulate(feature);
    } catch (Exception e) {
      throw ShellCommand.failure(
          "feature " + feature.getId() + " cannot be installed: " + e.getMessage());
    }
    return of(feature);
  }

  /** Looks what a feature would change, now. */
  Change of(Feature feature) throws Exception {
    Map<String, NewBundle> comes = comes(feature);
    List<Bundle> goes = new ArrayList<>(goes(feature));
    for (Map.Entry<Bundle, NewBundle> each : putBack(feature).entrySet()) {
      comes.put(each.getKey().getLocation(), each.getValue());
      goes.add(each.getKey());
    }
    List<Bundle> restarted = new UpgradePreview(context).restartedBy(comes.values(), goes);
    return new Change(feature, comes, goes, new Restarts(restarted));
  }

  /**
   * Finds a feature.
   *
   * @param id name, or name and version as {@code NAME/VERSION}
   * @throws IllegalArgumentException if no repository has it
   */
  private Feature find(String id) throws Exception {
    String[] parts = id.split("/", 2);
    Feature feature =
        parts.length == 2 ? features.getFeature(parts[0], parts[1]) : features.getFeature(parts[0]);
    if (feature == null) {
      throw new IllegalArgumentException(
          "there is no feature " + id + "; feature:repo-add adds a repository of features");
    }
    return feature;
  }

  private void simulate(Feature feature) throws Exception {
    features.installFeatures(
        Set.of(feature.getId()),
        EnumSet.of(FeaturesService.Option.Simulate, FeaturesService.Option.Upgrade));
  }

  /** Returns the bundles of the feature, and of those that it needs, that are not installed. */
  private Map<String, NewBundle> comes(Feature feature) throws Exception {
    Map<String, NewBundle> found = new LinkedHashMap<>();
    Set<String> installed =
        Arrays.stream(context.getBundles()).map(Bundle::getLocation).collect(Collectors.toSet());
    for (String location : locations(List.of(feature))) {
      if (!installed.contains(location)) {
        found.put(location, read(location));
      }
    }
    return found;
  }

  private static NewBundle read(String location) throws IOException {
    try (InputStream in = URI.create(location).toURL().openStream()) {
      return NewBundle.read(location, in);
    }
  }

  /** Returns the bundles that only another version of the feature has wanted so far. */
  private List<Bundle> goes(Feature feature) throws Exception {
    List<Feature> before = new ArrayList<>();
    List<Feature> stay = new ArrayList<>(List.of(feature));
    for (Feature each : features.listInstalledFeatures()) {
      if (each.getName().equals(feature.getName())) {
        before.add(each);
      } else if (features.isRequired(each)) {
        stay.add(each);
      }
    }
    Set<String> gone = locations(before);
    gone.removeAll(locations(stay));
    return Arrays.stream(context.getBundles())
        .filter(bundle -> gone.contains(bundle.getLocation()))
        .toList();
  }

  /**
   * Returns the bundles that somebody has updated to another version than the features have, with
   * that one: whatever feature Karaf installs, it puts these back.
   */
  private Map<Bundle, NewBundle> putBack(Feature feature) throws Exception {
    List<Feature> wanted = new ArrayList<>(List.of(feature));
    for (Feature each : features.listInstalledFeatures()) {
      if (!each.getName().equals(feature.getName()) && features.isRequired(each)) {
        wanted.add(each);
      }
    }
    Set<String> locations = locations(wanted);
    Map<Bundle, NewBundle> found = new LinkedHashMap<>();
    for (Bundle bundle : context.getBundles()) {
      if (locations.contains(bundle.getLocation()) && !isInName(bundle)) {
        NewBundle own = read(bundle.getLocation());
        if (!own.is(bundle)) {
          found.put(bundle, own);
        }
      }
    }
    return found;
  }

  /** Tells whether a location says the bundle's version, so that the file need not be asked. */
  private static boolean isInName(Bundle bundle) {
    String version = bundle.getVersion().toString();
    return bundle.getLocation().replace("-SNAPSHOT", ".SNAPSHOT").endsWith('/' + version);
  }

  private Set<String> locations(Collection<Feature> from) throws Exception {
    Set<String> locations = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    List<Feature> open = new ArrayList<>(from);
    while (!open.isEmpty()) {
      Feature feature = open.remove(open.size() - 1);
      if (seen.add(feature.getId())) {
        feature.getBundles().stream().map(BundleInfo::getLocation).forEach(locations::add);
        for (Dependency needed : feature.getDependencies()) {
          Feature found = features.getFeature(needed.getName(), needed.getVersion());
          if (found != null) {
            open.add(found);
          }
        }
      }
    }
    return locations;
  }
}
