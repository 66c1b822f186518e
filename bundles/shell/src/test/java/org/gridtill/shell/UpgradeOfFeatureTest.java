package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.apache.karaf.features.Feature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** Previews of what is not installed yet: jars and features. */
class UpgradeOfFeatureTest {

  @TempDir Path folder;
  private FakePlatform platform;

  @BeforeEach
  void system() {
    platform = new FakePlatform(folder);
  }

  @AfterEach
  void nothingIsChanged() {
    assertThat(platform.done).isEmpty();
  }

  private Bundle bundle(String name, String location, boolean adapter, Integer uses) {
    return platform.bundle(name, location, adapter, uses);
  }

  private Path jar(String name, Map<String, String> headers) throws Exception {
    return platform.jar(name, headers);
  }

  private Feature feature(String name, String version, String... locations) {
    return platform.feature(name, version, locations);
  }

  private AdapterUpgradePreviewCommand command(String jar, String feature) {
    AdapterUpgradePreviewCommand command = new AdapterUpgradePreviewCommand();
    command.bundle = jar;
    command.featureId = feature;
    command.context = platform.context();
    command.features = platform.features();
    return command;
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
    bundle("org.example.pos3", "gridtill-deploy:pos.jar@1234", true, null);
    bundle("org.example.pos4", "gridtill-deploy:otherpos.jar@1234", true, null);
    Path jar = jar("pos", Map.of("Bundle-SymbolicName", "org.example.pos"));
    assertThat(new Printed().run(command(jar.toString(), null)))
        .endsWith(
            "1  | org.example.pos  | 1.1.0   | adapter",
            "3  | org.example.pos3 | 1.1.0   | adapter");
  }

  @Test
  void aFragmentOfTheCoreIsRefused() throws Exception {
    bundle("org.gridtill.vault", "mvn:vault", false, null);
    Path jar = jar("x", Map.of("Bundle-SymbolicName", "x", "Fragment-Host", "org.gridtill.vault"));
    AdapterUpgradePreviewCommand command = command(jar.toString(), null);
    new Printed().by(command);
    assertThatThrownBy(Recorded.by(command)::execute)
        .hasMessageContaining("would restart 1 bundles that are no");
  }

  @Test
  void aJarThatTheFrameworkWouldNotTakeIsNamed() throws Exception {
    bundle("org.example.pos", "mvn:pos", true, null);
    Path jar =
        jar("pos", Map.of("Bundle-SymbolicName", "org.example.pos", "Bundle-Version", "1.1.0"));
    assertThatThrownBy(() -> Recorded.by(command(jar.toString(), null)).execute())
        .hasMessageContaining("bundle 1 is org.example.pos 1.1.0 already");
    assertThatThrownBy(() -> Recorded.by(command("missing.jar", null)).execute())
        .hasMessage("there is no file missing.jar that can be read");
  }

  @Test
  void aFeatureThatBringsOnlyAnAdapterRestartsNothing() throws Exception {
    bundle("org.gridtill.core", "mvn:core/1.1.0", false, null);
    Path jar = jar("new", Map.of("Bundle-SymbolicName", "org.example.kiosk"));
    feature("kiosk", "1.0.0", jar.toUri().toString(), "mvn:core/1.1.0");
    assertThat(new Printed().run(command(null, "kiosk")))
        .contains("new: org.example.kiosk 0.0.0", "no bundle restarts");
  }

  @Test
  void aFeatureWhoseLibraryTheCoreWouldUseIsRefused() throws Exception {
    bundle("org.gridtill.core", "mvn:core/1.1.0", false, 1);
    bundle("org.gridtill.other", "mvn:other", false, null);
    bundle("org.gridtill.lacking", "mvn:lacking", false, 0);
    feature("kiosk", "1.0.0", jar("lib", library("1.5")).toUri().toString());
    AdapterUpgradePreviewCommand command = command(null, "kiosk/1.0.0");
    Printed printed = new Printed().by(command);
    assertThatThrownBy(Recorded.by(command)::execute)
        .hasMessageContaining("an installation of kiosk/1.0.0 would restart 2 bundles");
    assertThat(printed.lines())
        .anyMatch(line -> line.contains("org.gridtill.core"))
        .anyMatch(line -> line.contains("org.gridtill.lacking"))
        .noneMatch(line -> line.contains("org.gridtill.other"));
  }

  @Test
  void aLowerVersionOfALibraryMovesNobody() throws Exception {
    bundle("org.gridtill.core", "mvn:core/1.1.0", false, 2);
    feature("kiosk", "1.0.0", jar("lib", library("1.5")).toUri().toString());
    assertThat(new Printed().run(command(null, "kiosk"))).contains("no bundle restarts");
  }

  @Test
  void whatOnlyTheVersionBeforeHasWantedGoes() throws Exception {
    bundle("org.example.kiosk", "mvn:kiosk/1", true, null);
    bundle("org.example.shared", "mvn:shared/1.1.0", false, null);
    platform.installed.add(feature("kiosk", "1.0.0", "mvn:kiosk/1", "mvn:shared/1.1.0"));
    platform.installed.add(feature("other", "1.0.0", "mvn:shared/1.1.0"));
    Path jar = jar("new", Map.of("Bundle-SymbolicName", "org.example.kiosk"));
    feature("kiosk", "2.0.0", jar.toUri().toString());
    assertThat(new Printed().run(command(null, "kiosk/2.0.0")))
        .anyMatch(line -> line.contains("org.example.kiosk") && line.contains("| adapter"))
        .noneMatch(line -> line.contains("shared"));
  }

  @Test
  void whatWasUpdatedAwayFromItsFeatureIsPutBack() throws Exception {
    Path jar =
        jar("core", Map.of("Bundle-SymbolicName", "org.gridtill.core", "Bundle-Version", "1.0.0"));
    bundle("org.gridtill.core", jar.toUri().toString(), false, null);
    platform.installed.add(feature("core", "1.0.0", jar.toUri().toString()));
    Path kiosk = jar("new", Map.of("Bundle-SymbolicName", "org.example.kiosk"));
    feature("kiosk", "1.0.0", kiosk.toUri().toString());
    AdapterUpgradePreviewCommand command = command(null, "kiosk");
    Printed printed = new Printed().by(command);
    assertThatThrownBy(Recorded.by(command)::execute)
        .hasMessageContaining("would restart 1 bundles");
    assertThat(printed.lines())
        .contains(
            "new: org.gridtill.core 1.0.0", "1  | org.gridtill.core | 1.1.0   | not an adapter");
  }

  @Test
  void aFeatureThatIsNotKnownOrDoesNotResolveIsNamed() {
    assertThatThrownBy(() -> Recorded.by(command(null, "nothing")).execute())
        .hasMessageStartingWith("there is no feature nothing");
    feature("kiosk", "1.0.0");
    platform.unresolved = "Unable to resolve kiosk";
    assertThatThrownBy(() -> Recorded.by(command(null, "kiosk")).execute())
        .hasMessage("feature kiosk/1.0.0 cannot be installed: Unable to resolve kiosk");
    assertThatThrownBy(() -> Recorded.by(command(null, null)).execute())
        .hasMessage("name either a bundle, a jar, or a --feature");
  }
}
