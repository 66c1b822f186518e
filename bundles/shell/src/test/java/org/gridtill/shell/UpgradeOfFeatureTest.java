package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** Previews of what is not installed yet: jars and features. */
class UpgradeOfFeatureTest {

  @TempDir Path folder;
  private final List<Bundle> bundles = new ArrayList<>();
  private final List<Feature> known = new ArrayList<>();
  private final List<Feature> installed = new ArrayList<>();
  private Exception unresolved;

  @BeforeEach
  void system() {
    bundle("system", "System Bundle", false, null);
  }

  /** A bundle that uses package {@code codec} in a version, 0 for not yet, null for never. */
  private Bundle bundle(String name, String location, boolean adapter, Integer uses) {
    long id = bundles.size();
    Hashtable<String, String> headers = new Hashtable<>();
    if (adapter) {
      headers.put("Provide-Capability", TerminalAdapter.class.getName());
    }
    Bundle bundle =
        Fake.of(
            Bundle.class,
            Map.of(
                "getBundleId", arguments -> id,
                "getSymbolicName", arguments -> name,
                "getVersion", arguments -> new Version(1, 1, 0),
                "getLocation", arguments -> location,
                "getRegisteredServices", arguments -> null,
                "getHeaders", arguments -> headers,
                "hashCode", arguments -> (int) id,
                "equals", arguments -> ((Bundle) arguments[0]).getBundleId() == id,
                "adapt", arguments -> adapt((Class<?>) arguments[0], uses)));
    bundles.add(bundle);
    return bundle;
  }

  @SuppressWarnings("unchecked")
  private static Object adapt(Class<?> type, Integer uses) {
    if (type == FrameworkWiring.class) {
      // Nothing depends on anything but by itself.
      return Fake.of(
          FrameworkWiring.class,
          Map.of("getDependencyClosure", asked -> (Collection<Bundle>) asked[0]));
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

  private Path jar(String name, Map<String, String> headers) throws Exception {
    return Files.write(folder.resolve(name + ".jar"), NewBundleTest.jar(headers));
  }

  private AdapterUpgradePreviewCommand command(String jar, String feature) {
    AdapterUpgradePreviewCommand command = new AdapterUpgradePreviewCommand();
    command.bundle = jar;
    command.featureId = feature;
    command.context =
        Fake.of(
            BundleContext.class,
            Map.of(
                "getBundles", arguments -> bundles.toArray(Bundle[]::new),
                "getBundle", arguments -> bundles.get(0)));
    command.features =
        Fake.of(
            FeaturesService.class,
            Map.of(
                "getFeature", this::find,
                "installFeatures",
                    arguments -> {
                      assertThat((Collection<?>) arguments[1])
                          .as("nothing is changed")
                          .anyMatch(FeaturesService.Option.Simulate::equals);
                      if (unresolved != null) {
                        throw new IllegalStateException(unresolved.getMessage());
                      }
                      return null;
                    },
                "listInstalledFeatures", arguments -> installed.toArray(Feature[]::new),
                "isRequired", arguments -> true));
    return command;
  }

  private Feature find(Object[] arguments) {
    return known.stream()
        .filter(feature -> feature.getName().equals(arguments[0]))
        .filter(feature -> arguments.length == 1 || feature.getVersion().equals(arguments[1]))
        .reduce((first, second) -> second)
        .orElse(null);
  }

  private Feature feature(String name, String version, String... locations) {
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

  private static Map<String, String> library(String version) {
    return Map.of(
        "Bundle-SymbolicName", "lib", "Export-Package", "codec;version=\"" + version + '"');
  }

  @Test
  void aJarThatComesBesideOthersRestartsNothing() throws Exception {
    bundle("org.example.pos", "mvn:pos", true, null);
    Path jar =
        jar("pos", Map.of("Bundle-SymbolicName", "org.example.pos", "Bundle-Version", "1.2.0"));
    assertThat(new Printed().run(command(jar.toString(), null))).contains("no bundle restarts");
  }

  @Test
  void aJarThatTakesThePlaceOfAnotherRestartsIt() throws Exception {
    bundle("org.example.pos", "file:/gridtill/deploy/pos.jar", true, null);
    bundle("org.example.pos2", "file:/gridtill/deploy/otherpos.jar", true, null);
    Path jar = jar("pos", Map.of("Bundle-SymbolicName", "org.example.pos"));
    assertThat(new Printed().run(command(jar.toString(), null)))
        .last()
        .isEqualTo("1  | org.example.pos | 1.1.0   | adapter");
  }

  @Test
  void aFragmentOfTheCoreIsRefused() throws Exception {
    bundle("org.gridtill.vault", "mvn:vault", false, null);
    Path jar = jar("x", Map.of("Bundle-SymbolicName", "x", "Fragment-Host", "org.gridtill.vault"));
    AdapterUpgradePreviewCommand command = command(jar.toString(), null);
    new Printed().by(command);
    assertThatThrownBy(command::execute)
        .hasMessageContaining("would restart 1 bundles that are no");
  }

  @Test
  void aJarThatTheFrameworkWouldNotTakeIsNamed() throws Exception {
    bundle("org.example.pos", "mvn:pos", true, null);
    Path jar =
        jar("pos", Map.of("Bundle-SymbolicName", "org.example.pos", "Bundle-Version", "1.1.0"));
    assertThatThrownBy(() -> command(jar.toString(), null).execute())
        .hasMessageContaining("bundle 1 is org.example.pos 1.1.0 already");
    assertThatThrownBy(() -> command("missing.jar", null).execute())
        .hasMessage("there is no file missing.jar that can be read");
  }

  @Test
  void aFeatureThatBringsOnlyAnAdapterRestartsNothing() throws Exception {
    bundle("org.gridtill.core", "mvn:core", false, null);
    Path jar = jar("new", Map.of("Bundle-SymbolicName", "org.example.kiosk"));
    feature("kiosk", "1.0.0", jar.toUri().toString(), "mvn:core");
    assertThat(new Printed().run(command(null, "kiosk")))
        .contains("new: org.example.kiosk 0.0.0", "no bundle restarts");
  }

  @Test
  void aFeatureWhoseLibraryTheCoreWouldUseIsRefused() throws Exception {
    bundle("org.gridtill.core", "mvn:core", false, 1);
    bundle("org.gridtill.other", "mvn:other", false, null);
    bundle("org.gridtill.lacking", "mvn:lacking", false, 0);
    feature("kiosk", "1.0.0", jar("lib", library("1.5")).toUri().toString());
    AdapterUpgradePreviewCommand command = command(null, "kiosk/1.0.0");
    Printed printed = new Printed().by(command);
    assertThatThrownBy(command::execute)
        .hasMessageContaining("an installation of kiosk/1.0.0 would restart 2 bundles");
    assertThat(printed.lines())
        .anyMatch(line -> line.contains("org.gridtill.core"))
        .anyMatch(line -> line.contains("org.gridtill.lacking"))
        .noneMatch(line -> line.contains("org.gridtill.other"));
  }

  @Test
  void aLowerVersionOfALibraryMovesNobody() throws Exception {
    bundle("org.gridtill.core", "mvn:core", false, 2);
    feature("kiosk", "1.0.0", jar("lib", library("1.5")).toUri().toString());
    assertThat(new Printed().run(command(null, "kiosk"))).contains("no bundle restarts");
  }

  @Test
  void whatOnlyTheVersionBeforeHasWantedGoes() throws Exception {
    bundle("org.example.kiosk", "mvn:kiosk/1", true, null);
    bundle("org.example.shared", "mvn:shared", false, null);
    installed.add(feature("kiosk", "1.0.0", "mvn:kiosk/1", "mvn:shared"));
    installed.add(feature("other", "1.0.0", "mvn:shared"));
    Path jar = jar("new", Map.of("Bundle-SymbolicName", "org.example.kiosk"));
    feature("kiosk", "2.0.0", jar.toUri().toString());
    assertThat(new Printed().run(command(null, "kiosk/2.0.0")))
        .anyMatch(line -> line.contains("org.example.kiosk") && line.contains("| adapter"))
        .noneMatch(line -> line.contains("shared"));
  }

  @Test
  void aFeatureThatIsNotKnownOrDoesNotResolveIsNamed() {
    assertThatThrownBy(() -> command(null, "nothing").execute())
        .hasMessageStartingWith("there is no feature nothing");
    feature("kiosk", "1.0.0");
    unresolved = new Exception("Unable to resolve kiosk");
    assertThatThrownBy(() -> command(null, "kiosk").execute())
        .hasMessage("feature kiosk/1.0.0 cannot be installed: Unable to resolve kiosk");
    assertThatThrownBy(() -> command(null, null).execute())
        .hasMessage("name either a bundle, a jar, or a --feature");
  }
}
