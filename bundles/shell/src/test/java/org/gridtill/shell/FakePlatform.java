package org.gridtill.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** Bundles and features of which nobody knows more than an upgrade asks. */
final class FakePlatform {

  final List<Bundle> bundles = new ArrayList<>();
  final List<Feature> installed = new ArrayList<>();

  /** What Karaf was asked to install, as ids of features; without what it was to simulate. */
  final List<Collection<?>> done = new ArrayList<>();

  /** What Karaf does for an id of a feature. */
  final Map<String, Runnable> effects = new HashMap<>();

  /** What Karaf says of each simulation. */
  String unresolved;

  /** By bundle, those that are wired to it. */
  final Map<Bundle, List<Bundle>> users = new HashMap<>();

  /** What was taken away and is still used, or would be if it were. */
  final List<Bundle> pending = new ArrayList<>();

  final List<Bundle> refreshed = new ArrayList<>();

  private final Path folder;
  private final List<Feature> known = new ArrayList<>();

  FakePlatform(Path folder) {
    this.folder = folder;
    bundle("system", "System Bundle", false, null);
  }

  BundleContext context() {
    return Fake.of(
        BundleContext.class,
        Map.of(
            "getBundles", arguments -> bundles.toArray(Bundle[]::new),
            "getBundle", arguments -> bundles.get(0)));
  }

  FeaturesService features() {
    return Fake.of(
        FeaturesService.class,
        Map.of(
            "getFeature",
            this::find,
            "installFeatures",
            this::install,
            "listInstalledFeatures",
            arguments -> installed.toArray(Feature[]::new),
            "isRequired",
            arguments -> true));
  }

  private Collection<Bundle> closure(Collection<Bundle> bundles) {
    Set<Bundle> all = new LinkedHashSet<>(bundles);
    bundles.forEach(bundle -> all.addAll(users.getOrDefault(bundle, List.of())));
    return all;
  }

  private Object install(Object[] arguments) {
    EnumSet<?> options = (EnumSet<?>) arguments[1];
    if (!options.contains(Option.Simulate)) {
      if (!options.equals(EnumSet.of(Option.Upgrade, Option.NoAutoRefreshBundles))) {
        throw new AssertionError("Karaf may refresh what it likes: " + options);
      }
      done.add((Collection<?>) arguments[0]);
      for (Object id : (Collection<?>) arguments[0]) {
        effects.getOrDefault(id, () -> {}).run();
      }
    } else if (unresolved != null) {
      throw new IllegalStateException(unresolved);
    }
    return null;
  }

  /** A bundle that uses package {@code codec} in a version, 0 for not yet, null for never. */
  Bundle bundle(String name, String location, boolean adapter, Integer uses) {
    long id = bundles.size();
    Hashtable<String, String> headers = new Hashtable<>();
    if (adapter) {
      headers.put("Provide-Capability", TerminalAdapter.class.getName());
    }
    Bundle bundle =
        Fake.of(
            Bundle.class,
            Map.ofEntries(
                entry("getBundleId", arguments -> id),
                entry("getSymbolicName", arguments -> name),
                entry("getVersion", arguments -> new Version(1, 1, 0)),
                entry("getState", arguments -> Bundle.ACTIVE),
                entry("getLocation", arguments -> location),
                entry("getRegisteredServices", arguments -> null),
                entry("getHeaders", arguments -> headers),
                entry("hashCode", arguments -> (int) id),
                entry("equals", arguments -> ((Bundle) arguments[0]).getBundleId() == id),
                entry("adapt", arguments -> adapt((Class<?>) arguments[0], uses))));
    bundles.add(bundle);
    return bundle;
  }

  private static Map.Entry<String, Function<Object[], Object>> entry(
      String method, Function<Object[], Object> answer) {
    return Map.entry(method, answer);
  }

  @SuppressWarnings("unchecked")
  private Object adapt(Class<?> type, Integer uses) {
    if (type == FrameworkWiring.class) {
      return Fake.of(
          FrameworkWiring.class,
          Map.of(
              "getDependencyClosure", asked -> closure((Collection<Bundle>) asked[0]),
              "getRemovalPendingBundles", asked -> pending,
              "refreshBundles", asked -> refreshed.addAll((Collection<Bundle>) asked[0])));
    }
    BundleRequirement requirement =
        Fake.of(
            BundleRequirement.class,
            Map.of(
                "getDirectives",
                arguments -> Map.of("filter", "(&(osgi.wiring.package=codec)(version>=1.0.0))"),
                "equals",
                arguments -> true));
    BundleCapability capability =
        Fake.of(
            BundleCapability.class,
            Map.of(
                "getAttributes",
                arguments -> Map.of("version", new Version(uses == null ? 0 : uses, 0, 0))));
    BundleWire wire =
        Fake.of(
            BundleWire.class,
            Map.of(
                "getRequirement", arguments -> requirement,
                "getCapability", arguments -> capability));
    BundleRevision revision =
        Fake.of(
            BundleRevision.class,
            Map.of(
                "getDeclaredRequirements",
                arguments -> uses == null ? List.of() : List.of(requirement)));
    return Fake.of(
        BundleWiring.class,
        Map.of(
            "getRevision", arguments -> revision,
            "getRequiredWires",
                arguments -> uses == null || uses == 0 ? List.of() : List.of(wire)));
  }

  Path jar(String name, Map<String, String> headers) throws Exception {
    return Files.write(folder.resolve(name + ".jar"), NewBundleTest.jar(headers));
  }

  private Feature find(Object[] arguments) {
    return known.stream()
        .filter(feature -> feature.getName().equals(arguments[0]))
        .filter(feature -> arguments.length == 1 || feature.getVersion().equals(arguments[1]))
        .reduce((first, second) -> second)
        .orElse(null);
  }

  Feature feature(String name, String version, String... locations) {
    List<BundleInfo> infos = new ArrayList<>();
    for (String location : new TreeSet<>(List.of(locations))) {
      infos.add(Fake.of(BundleInfo.class, Map.of("getLocation", arguments -> location)));
    }
    Feature feature =
        Fake.of(
            Feature.class,
            Map.of(
                "getName", arguments -> name,
                "getVersion", arguments -> version,
                "getId", arguments -> name + '/' + version,
                "getBundles", arguments -> infos,
                "getDependencies", arguments -> List.of()));
    known.add(feature);
    return feature;
  }
}
