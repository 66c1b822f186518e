package org.gridtill.deployer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.deployer.SmallPlatform.LONG;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** What becomes of an adapter's jar in deploy/, and of the one that was there before. */
@Timeout(60)
class SuccessionTest {

  private static final Map<String, String> FIT = Map.of("Test-Gate", "endpoint-kiosk");
  private static final Map<String, String> MISSING =
      Map.of("Test-Gate", "endpoint-kiosk", "Require-Capability", "org.acme.codec");

  @TempDir Path folder;
  private Path file;
  private SmallPlatform platform;

  @BeforeEach
  void start() throws BundleException {
    file = folder.resolve("kiosk.jar");
    platform = new SmallPlatform(folder);
  }

  @AfterEach
  void stop() throws Exception {
    platform.close();
  }

  @Test
  void theFirstIsStarted() throws Exception {
    put("1.0.0", FIT);

    assertThat(platform.running()).containsExactly("1.0.0");
  }

  @Test
  void theOldOneGoesWhenTheNextOneServes() throws Exception {
    put("1.0.0", FIT);
    put("1.1.0", FIT);
    put("1.0.5", FIT);

    assertThat(platform.events)
        .containsExactly(
            "1.0.0 started",
            "1.1.0 started",
            "1.0.0 stopped",
            "1.0.0 uninstalled",
            "1.0.5 started",
            "1.1.0 stopped",
            "1.1.0 uninstalled");
    assertThat(platform.adapters()).hasSize(1);
  }

  @Test
  void oneThatDoesNotResolveIsRefusedAndTheOldOneGoesOn() throws Exception {
    put("1.0.0", FIT);
    put("1.1.0", MISSING);

    checkRefused("version 1.1.0 was refused: diagnosed 1.1.0");
  }

  @Test
  void oneThatIsNotFitIsRefusedAndTheOldOneGoesOn() throws Exception {
    put("1.0.0", FIT);
    put("1.1.0", Map.of("Test-Gate", "endpoint-kiosk", "Test-Unfit", "no licence"));

    checkRefused("version 1.1.0 was refused: no licence");
  }

  @Test
  void oneThatIsNotLetInInTimeIsRefusedAndTheOldOneGoesOn() throws Exception {
    put("1.0.0", FIT);
    write("1.1.0", Map.of("Test-Gate", "another"));
    platform.succession(Duration.ofMillis(1)).put(jar(), platform.slot(file));

    checkRefused("version 1.1.0 was refused: diagnosed 1.1.0");
  }

  private void checkRefused(String note) throws IOException {
    assertThat(platform.running()).contains("1.0.0").doesNotContain("1.1.0");
    assertThat(platform.slot(file).bundles()).hasSize(1);
    assertThat(platform.events).doesNotContain("1.0.0 stopped");
    assertThat(platform.noteOf(platform.adapters().get(0))).isEqualTo(note);
    assertThat(platform.refusals().contains(jar())).isTrue();
  }

  @Test
  void afterARefusalTheNextOneIsTriedAndTheNoteGoes() throws Exception {
    put("1.0.0", FIT);
    Bundle old = platform.adapters().get(0);
    put("1.1.0", MISSING);
    put("1.0.0", FIT);

    assertThat(platform.adapters()).containsExactly(old);
    put("1.2.0", FIT);
    assertThat(platform.noteOf(old)).isEmpty();
    assertThat(platform.running()).containsExactly("1.2.0");
    assertThat(platform.refusals().contains(jar())).isFalse();
  }

  @Test
  void theSameVersionIsUpdatedInItsPlace() throws Exception {
    put("1.0.0", FIT);
    Bundle bundle = platform.adapters().get(0);
    put("1.0.0", Map.of("Test-Gate", "endpoint-kiosk", "Bundle-Name", "rebuilt"));

    await("it runs again", () -> bundle.getState() == Bundle.ACTIVE);
    assertThat(platform.adapters()).containsExactly(bundle);
    assertThat(bundle.getHeaders().get("Bundle-Name")).isEqualTo("rebuilt");
  }

  @Test
  void singletonsAreUpdatedInTheirPlace() throws Exception {
    Map<String, String> singleton =
        Map.of("Test-Gate", "g", "Bundle-SymbolicName", "org.acme.kiosk; singleton := true");
    put("1.0.0", singleton);
    Bundle bundle = platform.adapters().get(0);
    put("1.1.0", singleton);

    await("it runs again", () -> platform.running().contains("1.1.0"));
    assertThat(platform.adapters()).containsExactly(bundle);
  }

  @Test
  void oneWhosePredecessorTheCoreUsesIsRefusedAndTheOldOneGoesOn() throws Exception {
    Map<String, String> exporting =
        Map.of("Test-Gate", "endpoint-kiosk", "Export-Package", "org.acme.codec");
    put("1.0.0", exporting);
    use("core", Map.of());
    put("1.1.0", exporting);

    checkRefused(
        "version 1.1.0 was refused: bundles that are no adapters would restart: org.acme.core");
  }

  @Test
  void theSameVersionIsNotUpdatedInItsPlaceIfTheCoreUsesIt() throws Exception {
    Map<String, String> exporting =
        Map.of("Test-Gate", "endpoint-kiosk", "Export-Package", "org.acme.codec");
    put("1.0.0", exporting);
    use("core", Map.of());
    put("1.0.0", FIT);

    checkRefused(
        "version 1.0.0 was refused: bundles that are no adapters would restart: org.acme.core");
  }

  @Test
  void adaptersMayUseWhatGoes() throws Exception {
    put("1.0.0", Map.of("Test-Gate", "endpoint-kiosk", "Export-Package", "org.acme.codec"));
    use(
        "other",
        Map.of("Provide-Capability", "osgi.service;objectClass=\"org.gridtill.api.adapter.X\""));
    put("1.1.0", FIT);

    await("the next one runs", () -> platform.running().contains("1.1.0"));
    assertThat(platform.running()).doesNotContain("1.0.0");
  }

  /** Installs a bundle that uses what the one in the folder exports. */
  private void use(String name, Map<String, String> headers) throws Exception {
    Map<String, String> all = new java.util.HashMap<>(headers);
    all.put("Bundle-SymbolicName", "org.acme." + name);
    all.put("Import-Package", "org.acme.codec");
    Path jar = folder.resolve(name + ".jar");
    Jars.write(jar, all);
    platform.install(name, jar).start();
  }

  @Test
  void afterAPowerFailureBetweenTwoVersionsTheFileDecides() throws Exception {
    put("1.0.0", FIT);
    write("1.1.0", FIT);
    platform.slot(file).install(jar());

    platform.succession(LONG).put(jar(), platform.slot(file));

    assertThat(platform.running()).containsExactly("1.1.0");
    assertThat(platform.adapters()).hasSize(1);
  }

  @Test
  void afterARestartTheSameFileChangesNothing() throws Exception {
    put("1.0.0", FIT);
    platform.events.clear();

    platform.succession(LONG).put(jar(), platform.slot(file));

    assertThat(platform.events).isEmpty();
    assertThat(platform.running()).containsExactly("1.0.0");
  }

  @Test
  void whatFileInstallHasInstalledIsFollowedToo() throws Exception {
    write("1.0.0", FIT);
    try (InputStream in = Files.newInputStream(file)) {
      String location = file.toUri().normalize().toString();
      platform.framework.getBundleContext().installBundle(location, in).start();
    }
    put("1.1.0", FIT);

    assertThat(platform.running()).containsExactly("1.1.0");
    assertThat(platform.adapters()).hasSize(1);
  }

  @Test
  void anotherAdapterUnderTheNameOfAFileReplacesTheOneBefore() throws Exception {
    put("1.0.0", FIT);
    put("3.0.0", Map.of("Bundle-SymbolicName", "org.acme.car", "Test-Gate", "endpoint-car"));

    assertThat(platform.running()).containsExactly("3.0.0");
  }

  @Test
  void whatCannotStartYetStartsWhenWhatItNeedsHasCome() throws Exception {
    put("1.0.0", MISSING);
    assertThat(platform.running()).isEmpty();

    Path codec = folder.resolve("codec.jar");
    Jars.write(
        codec, Map.of("Bundle-SymbolicName", "codec", "Provide-Capability", "org.acme.codec"));
    try (InputStream in = Files.newInputStream(codec)) {
      platform.framework.getBundleContext().installBundle("codec", in);
    }

    await("it runs", () -> platform.running().contains("1.0.0"));
  }

  @Test
  void oneThatHasNeverRunIsReplacedAtOnce() throws Exception {
    put("1.0.0", MISSING);
    put("1.1.0", FIT);

    assertThat(platform.running()).containsExactly("1.1.0");
    assertThat(platform.adapters()).hasSize(1);
  }

  @Test
  void theSameVersionUnderAnotherNameOfFileIsNotInstalled() throws Exception {
    put("1.0.0", FIT);
    file = folder.resolve("copy.jar");

    assertThatThrownBy(() -> put("1.0.0", FIT))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("not unique");
    assertThat(platform.running()).containsExactly("1.0.0");
  }

  @Test
  void knowsAnAdaptersJar() throws Exception {
    write("1.0.0", FIT);
    assertThat(jar().name()).isEqualTo("org.acme.kiosk");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThat(AdapterJar.read(file)).as("half a jar").isEmpty();
    write("1.0.0", Map.of("Import-Package", "org.slf4j"));
    assertThat(AdapterJar.read(file)).as("a library").isEmpty();
    write("1.0.0", Map.of("Fragment-Host", "org.gridtill.vault"));
    assertThat(AdapterJar.read(file)).as("a fragment").isEmpty();
    assertThat(AdapterJar.read(folder)).as("a folder").isEmpty();
  }

  private void put(String version, Map<String, String> headers) throws Exception {
    write(version, headers);
    platform.succession(LONG).put(jar(), platform.slot(file));
  }

  private AdapterJar jar() {
    return AdapterJar.read(file).orElseThrow();
  }

  private void write(String version, Map<String, String> headers) throws IOException {
    Jars.kiosk(file, version, headers);
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for: " + what).isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }
}
