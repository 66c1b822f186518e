package org.gridtill.deployer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.deployer.SmallPlatform.LONG;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridtill.api.platform.deploy.DeployOutcome;
import org.gridtill.api.platform.deploy.Deployment;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.gridtill.api.platform.trust.BundleVerdict.Judgement;
import org.gridtill.api.platform.trust.VendorTrust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** What is said of a jar before it is put into deploy/, and after. */
@Timeout(60)
class EntranceTest {

  private static final Map<String, String> FIT = Map.of("Test-Gate", "endpoint-kiosk");
  private static final Duration SHORT = Duration.ofMillis(50);

  @TempDir Path work;
  private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, String> seen = new HashMap<>();
  private final Expected expected = new Expected();
  private final Map<String, String> distrusted = new HashMap<>();
  private SmallPlatform platform;
  private Path folder;
  private Path jar;

  @BeforeEach
  void start() throws Exception {
    folder = Files.createDirectories(work.resolve("deploy"));
    jar = work.resolve("kiosk-next.jar");
    platform = new SmallPlatform(work);
  }

  @AfterEach
  void stop() throws Exception {
    watcher.shutdownNow();
    assertThat(watcher.awaitTermination(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    platform.close();
  }

  private Entrance entrance(Duration patience) {
    return new Entrance(
        platform.framework.getBundleContext(),
        folder,
        platform::slot,
        platform,
        trust(),
        expected,
        new Fate(platform, SHORT),
        patience);
  }

  private Entrance entrance() {
    return entrance(LONG);
  }

  private VendorTrust trust() {
    return (VendorTrust)
        Proxy.newProxyInstance(
            VendorTrust.class.getClassLoader(),
            new Class<?>[] {VendorTrust.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("verdict");
              return verdict(platform.framework.getBundleContext().getBundle((long) arguments[0]));
            });
  }

  private Optional<BundleVerdict> verdict(Bundle bundle) {
    String words = distrusted.get(bundle.getSymbolicName());
    return Optional.of(
        new BundleVerdict(
            bundle.getBundleId(),
            bundle.getSymbolicName(),
            bundle.getVersion().toString(),
            words == null ? Judgement.SIGNED : Judgement.REFUSED,
            "",
            words == null ? "is signed by vendor acme" : words));
  }

  /** Looks at the folder again and again, as File Install does. */
  private void watch() {
    Succession succession = platform.succession(LONG);
    watcher.scheduleWithFixedDelay(() -> look(succession), 0, 1, TimeUnit.MILLISECONDS);
  }

  private void look(Succession succession) {
    try (var files = Files.newDirectoryStream(folder, "[!.]*")) {
      for (Path file : files) {
        AdapterJar found = AdapterJar.read(file).orElseThrow();
        if (!found.digest().equals(seen.put(file.toString(), found.digest()))) {
          expected.tell(found, succession.put(found, platform.slot(file)));
        }
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Deployment examine(String version, Map<String, String> headers) throws IOException {
    Jars.kiosk(jar, version, headers);
    return entrance().examine(jar);
  }

  private DeployOutcome put(String version, Map<String, String> headers) throws Exception {
    return entrance().put(examine(version, headers));
  }

  private void checkRefused(String version, Map<String, String> headers, String why) {
    assertThatThrownBy(() -> examine(version, headers)).hasMessageContaining(why);
    assertThat(platform.adapters()).extracting(Bundle::getLocation).noneMatch(EntranceTest::trial);
  }

  private static boolean trial(String location) {
    return location.startsWith("gridtill-trial");
  }

  @Test
  void theFirstOneGetsItsBundlesName() throws Exception {
    watch();
    assertThat(put("1.0.0", FIT)).isEqualTo(new DeployOutcome(true, "org.acme.kiosk 1.0.0 serves"));
    assertThat(folder).isDirectoryContaining("glob:**/org.acme.kiosk.jar");
    assertThat(platform.adapters()).hasSize(1);
  }

  @Test
  void theNextOneTakesThePlaceOfTheOneBefore() throws Exception {
    Jars.kiosk(folder.resolve("mine.jar"), "1.0.0", FIT);
    watch();
    await("1.0.0");
    Deployment deployment = examine("1.1.0", FIT);
    assertThat(deployment.file()).isEqualTo("mine.jar");
    assertThat(deployment.goes()).hasSize(1);
    assertThat(entrance().put(deployment))
        .isEqualTo(
            new DeployOutcome(true, "org.acme.kiosk 1.1.0 serves, in place of version 1.0.0"));
    assertThat(folder.toFile().list()).containsExactly("mine.jar");
    assertThat(platform.running()).containsExactly("1.1.0");
  }

  @Test
  void oneThatIsNotFitIsToldAndTheOldOneGoesOn() throws Exception {
    watch();
    put("1.0.0", FIT);
    assertThat(put("1.1.0", Map.of("Test-Gate", "endpoint-kiosk", "Test-Unfit", "no licence")))
        .isEqualTo(
            new DeployOutcome(
                false,
                "org.acme.kiosk 1.1.0 was refused, and version 1.0.0 goes on serving: no licence"));
    assertThat(platform.running()).containsExactly("1.0.0");
  }

  @Test
  void aFirstOneThatIsNotFitOrOfNoUseIsTold() throws Exception {
    watch();
    assertThat(put("1.0.0", Map.of("Test-Gate", "endpoint-kiosk", "Test-Unfit", "no licence")))
        .isEqualTo(new DeployOutcome(false, "org.acme.kiosk 1.0.0 is not fit: no licence"));
    assertThat(put("1.0.0", Map.of("Bundle-SymbolicName", "org.acme.car")).words())
        .isEqualTo("org.acme.car 1.0.0 has started, and nothing has a use for it yet");
  }

  @Test
  void whatIsNoAdapterIsRefused() throws Exception {
    checkRefused("1.0.0", Map.of("Import-Package", "org.slf4j"), "is no adapter's jar");
    checkRefused("1.0.0", Map.of("Fragment-Host", "org.gridtill.vault"), "is no adapter's jar");
    Files.writeString(jar, "half a jar");
    assertThatThrownBy(() -> entrance().examine(jar)).hasMessageContaining("is no adapter's jar");
    assertThatThrownBy(() -> entrance().examine(work.resolve("missing.jar")))
        .hasMessageContaining("there is no file");
    Path inside = folder.resolve("x.jar");
    Jars.kiosk(inside, "1.0.0", FIT);
    assertThatThrownBy(() -> entrance().examine(inside))
        .hasMessageContaining("is in deploy/ already");
  }

  @Test
  void whatDoesNotResolveOrIsNotTrustedIsRefused() throws Exception {
    Map<String, String> missing = Map.of("Require-Capability", "org.acme.codec");
    checkRefused("1.1.0", missing, "org.acme.kiosk 1.1.0 does not resolve: diagnosed 1.1.0");
    distrusted.put("org.acme.kiosk", "is not signed");
    checkRefused("1.1.0", missing, "does not resolve: it is not trusted: is not signed");
    try (InputStream in = Files.newInputStream(jar)) {
      assertThat(entrance().distrust(in)).contains("is not signed");
    }
    distrusted.clear();
    try (InputStream in = Files.newInputStream(jar)) {
      assertThat(entrance().distrust(in)).isEmpty();
    }
    assertThat(platform.adapters()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theSameVersionOrASingletonIsRefused() throws Exception {
    watch();
    put("1.0.0", FIT);
    checkRefused("1.0.0", FIT, "is org.acme.kiosk 1.0.0 already; give the jar another version");
    checkRefused(
        "1.1.0",
        Map.of("Bundle-SymbolicName", "org.acme.kiosk;singleton:=true"),
        "the jar is a singleton, which cannot start beside it");
  }

  @Test
  void whereItIsNotClearWhosePlaceItTakesItIsRefused() throws Exception {
    Jars.kiosk(folder.resolve("a.jar"), "1.0.0", FIT);
    Jars.kiosk(folder.resolve("b.jar"), "1.0.1", FIT);
    watch();
    await("1.0.0");
    await("1.0.1");
    checkRefused("1.1.0", FIT, "is in deploy/ more than once, as a.jar and b.jar");
  }

  @Test
  void aFileOfAnotherBundleIsNotOverwritten() {
    checkRefusedBecauseOf("org.acme.kiosk.jar", "deploy/org.acme.kiosk.jar is something else");
  }

  private void checkRefusedBecauseOf(String file, String why) {
    try {
      Files.writeString(folder.resolve(file), "notes");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    checkRefused("1.0.0", FIT, why);
  }

  @Test
  void aJarThatChangesAfterItWasLookedAtIsNotPutThere() throws Exception {
    Deployment deployment = examine("1.0.0", FIT);
    Jars.kiosk(jar, "1.0.1", FIT);
    assertThatThrownBy(() -> entrance().put(deployment))
        .hasMessageContaining("has changed since it was looked at; nothing was done");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void ifAnotherVersionComesAfterItWasLookedAtNothingIsDone() throws Exception {
    Deployment deployment = examine("1.1.0", FIT);
    Jars.kiosk(folder.resolve("org.acme.kiosk.jar"), "1.0.0", FIT);
    watch();
    await("1.0.0");
    assertThatThrownBy(() -> entrance().put(deployment))
        .hasMessageContaining("what is in deploy/ has changed since it was looked at");
    assertThat(platform.running()).containsExactly("1.0.0");
  }

  @Test
  void ifTheCoreBeginsToUseTheOldOneNothingIsDone() throws Exception {
    watch();
    put("1.0.0", Map.of("Test-Gate", "endpoint-kiosk", "Export-Package", "org.acme.codec"));
    Deployment deployment = examine("1.1.0", FIT);
    Path core = work.resolve("core.jar");
    Jars.write(
        core, Map.of("Bundle-SymbolicName", "org.acme.core", "Import-Package", "org.acme.codec"));
    platform.install("core", core).start();

    assertThatThrownBy(() -> entrance().put(deployment))
        .hasMessage("bundles that are no adapters would restart: org.acme.core; nothing was done");
    assertThat(platform.running()).contains("1.0.0").doesNotContain("1.1.0");
    assertThat(folder.toFile().list()).containsExactly("org.acme.kiosk.jar");
  }

  @Test
  void ifNobodyWatchesTheFolderThatIsTold() throws Exception {
    DeployOutcome outcome = entrance(SHORT).put(examine("1.0.0", FIT));
    assertThat(outcome.good()).isFalse();
    assertThat(outcome.words()).startsWith("nothing has come of deploy/org.acme.kiosk.jar within");
  }

  @Test
  void whatAFailureOfThePowerLeavesOfALookIsTakenAway() throws Exception {
    Jars.kiosk(jar, "1.0.0", FIT);
    new Trial(platform.framework.getBundleContext(), Files.newInputStream(jar));
    assertThat(platform.adapters()).hasSize(1);
    Trial.clear(platform.framework.getBundleContext());
    assertThat(platform.adapters()).isEmpty();
    assertThat(examine("1.0.0", FIT).version()).isEqualTo("1.0.0");
  }

  private void await(String version) {
    long end = System.nanoTime() + LONG.toNanos();
    while (!platform.running().contains(version)) {
      assertThat(System.nanoTime()).as("waited for " + version).isLessThan(end);
      java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
    }
  }
}
