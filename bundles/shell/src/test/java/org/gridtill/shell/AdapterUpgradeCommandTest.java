package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarInputStream;
import org.apache.karaf.features.Feature;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.platform.deploy.DeployFolder;
import org.gridtill.api.platform.deploy.DeployOutcome;
import org.gridtill.api.platform.deploy.Deployment;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.GateStatus;
import org.gridtill.api.platform.gates.GateStatus.Circuit;
import org.gridtill.api.platform.gates.GateStatus.State;
import org.gridtill.api.platform.gates.Gates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** Upgrades that are done, and those that are not, since more than adapters would restart. */
class AdapterUpgradeCommandTest {

  private static final String KIOSK = "org.example.kiosk";
  private static final String UNFIT = KIOSK + " is not fit: no licence";

  @TempDir Path folder;
  private final List<Deployment> put = new ArrayList<>();
  private final List<GateStatus> statuses = new ArrayList<>();
  private final Map<String, String> distrusted = new HashMap<>();
  private final List<Long> goes = new ArrayList<>();
  private DeployOutcome outcome = new DeployOutcome(true, "it serves");
  private RuntimeException refusal;
  private RuntimeException late;
  private FakePlatform platform;

  @BeforeEach
  void start() {
    platform = new FakePlatform(folder);
  }

  private AdapterUpgradeCommand command(String jar, String feature) {
    AdapterUpgradeCommand command = new AdapterUpgradeCommand();
    command.jar = jar;
    command.featureId = feature;
    command.context = platform.context();
    command.features = platform.features();
    command.gates = Fake.of(Gates.class, Map.of("status", arguments -> List.copyOf(statuses)));
    command.folder =
        Fake.of(
            DeployFolder.class,
            Map.of(
                "examine", this::examine,
                "put", this::put,
                "distrust", arguments -> distrust((InputStream) arguments[0])));
    return command;
  }

  private Object examine(Object[] arguments) {
    if (refusal != null) {
      throw refusal;
    }
    return new Deployment((Path) arguments[0], "00", KIOSK, "1.2.0", "kiosk.jar", goes);
  }

  private Object put(Object[] arguments) {
    if (late != null) {
      throw late;
    }
    put.add((Deployment) arguments[0]);
    return outcome;
  }

  private Object distrust(InputStream jar) {
    try {
      String name =
          new JarInputStream(jar).getManifest().getMainAttributes().getValue("Bundle-SymbolicName");
      return Optional.ofNullable(distrusted.get(name));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> run(AdapterUpgradeCommand command) throws Exception {
    return As.user("alice", () -> new Printed().run(command));
  }

  private void checkRefused(AdapterUpgradeCommand command, String sentence) {
    assertThatThrownBy(() -> run(command)).hasMessageContaining(sentence);
    assertThat(put).isEmpty();
    assertThat(platform.done).isEmpty();
  }

  @Test
  void aJarIsPutInPlaceAndItsOutcomeTold() throws Exception {
    goes.add(platform.bundle(KIOSK, "gridtill-deploy:kiosk.jar@0", true, null).getBundleId());
    assertThat(run(command("kiosk.jar", null)))
        .startsWith("new: org.example.kiosk 1.2.0 as deploy/kiosk.jar")
        .contains("1  | org.example.kiosk | 1.1.0   | adapter")
        .endsWith("it serves");
    assertThat(put).hasSize(1);
  }

  @Test
  void aJarThatDoesNotServeFailsTheCommand() {
    outcome = new DeployOutcome(false, "it was refused: no licence");
    assertThatThrownBy(() -> run(command("kiosk.jar", null)))
        .hasMessageContaining("it was refused: no licence");
  }

  @Test
  void aJarThatIsNoGoodIsRefused() {
    refusal = new IllegalArgumentException("kiosk.jar is no adapter's jar");
    checkRefused(command("kiosk.jar", null), "kiosk.jar is no adapter's jar");
  }

  @Test
  void aJarWhoseOldVersionTheCoreUsesIsRefused() {
    Bundle old = platform.bundle(KIOSK, "gridtill-deploy:kiosk.jar@0", true, null);
    goes.add(old.getBundleId());
    platform.users.put(old, List.of(platform.bundle("org.gridtill.core", "mvn:core", false, null)));
    checkRefused(
        command("kiosk.jar", null),
        "nothing was done, since it would restart 1 bundles that are no adapters");
  }

  @Test
  void whatChangesAfterThePreviewOfAJarIsRefused() {
    late = new IllegalStateException("bundles that are no adapters would restart: org.gridtill.x");
    checkRefused(command("kiosk.jar", null), "would restart: org.gridtill.x");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() {
    AdapterUpgradeCommand command = command("kiosk.jar", null);
    command.folder =
        (DeployFolder)
            Proxy.newProxyInstance(
                DeployFolder.class.getClassLoader(),
                new Class<?>[] {DeployFolder.class},
                (proxy, method, arguments) -> {
                  throw new NoSuchFileException("/gridtill/deploy/.kiosk.jar");
                });
    checkRefused(command, "cannot be read or written: ");
  }

  @Test
  void nobodyUpgradesWithoutALoginOrWithoutSayingWhat() {
    assertThatThrownBy(() -> As.console(() -> Recorded.by(command("kiosk.jar", null)).execute()))
        .hasMessageContaining("nobody is logged in");
    checkRefused(command(null, null), "name either a jar or a --feature");
    checkRefused(command("kiosk.jar", "kiosk"), "name either a jar or a --feature");
  }

  private String kiosk(String version) throws Exception {
    return platform
        .jar(
            "kiosk-" + version,
            Map.of(
                "Bundle-SymbolicName", KIOSK,
                "Bundle-Version", version,
                "Provide-Capability", "osgi.service;x=\"" + TerminalAdapter.class.getName() + '"'))
        .toUri()
        .toString();
  }

  /** An old version that serves, and a new one in a feature. */
  private Feature upgrade() throws Exception {
    Bundle old = platform.bundle(KIOSK, "mvn:kiosk", true, null);
    platform.installed.add(platform.feature("kiosk", "1.1.0", "mvn:kiosk"));
    statuses.add(status(old.getBundleId(), "1.1.0", State.SERVING, ""));
    return platform.feature("kiosk", "2.0.0", kiosk("2.0.0"));
  }

  private static GateStatus status(long id, String version, State state, String trouble) {
    AdapterInfo info = new AdapterInfo("kiosk", "Example", KIOSK, id, version, Map.of());
    return new GateStatus("endpoint-kiosk", info, state, 0, 0, 0, Circuit.CLOSED, trouble);
  }

  private void now(GateStatus status) {
    statuses.clear();
    statuses.add(status);
  }

  @Test
  void aFeatureIsInstalledAndItsOutcomeTold() throws Exception {
    upgrade();
    platform.effects.put("kiosk/2.0.0", () -> now(status(9, "2.0.0", State.SERVING, "")));
    assertThat(run(command(null, "kiosk/2.0.0")))
        .startsWith("new: org.example.kiosk 2.0.0")
        .endsWith("feature kiosk/2.0.0 is installed, and its adapters serve");
    assertThat(platform.done).hasSize(1);
  }

  @Test
  void aFeatureWhoseAdapterIsNotFitIsUndone() throws Exception {
    upgrade();
    platform.effects.put("kiosk/2.0.0", () -> now(status(9, "2.0.0", State.REFUSED, "no licence")));
    assertThatThrownBy(() -> run(command(null, "kiosk/2.0.0")))
        .hasMessageContaining(
            "feature kiosk/2.0.0 was undone, and kiosk/1.1.0 serves again: " + UNFIT);
    assertThat(platform.done).hasToString("[[kiosk/2.0.0], [kiosk/1.1.0]]");
  }

  @Test
  void aFeatureThatKarafCannotStartIsUndone() throws Exception {
    upgrade();
    platform.effects.put(
        "kiosk/2.0.0",
        () -> {
          throw new IllegalStateException("Error restarting bundles:\n\tcannot start\nat length");
        });
    assertThatThrownBy(() -> run(command(null, "kiosk/2.0.0")))
        .hasMessageContaining("kiosk/1.1.0 serves again: Error restarting bundles: cannot start")
        .hasMessageNotContaining("at length");
  }

  @Test
  void whatCannotBeUndoneIsTold() throws Exception {
    upgrade();
    platform.effects.put("kiosk/2.0.0", () -> now(status(9, "2.0.0", State.REFUSED, "no licence")));
    platform.effects.put(
        "kiosk/1.1.0",
        () -> {
          throw new IllegalStateException("disk full");
        });
    assertThatThrownBy(() -> run(command(null, "kiosk/2.0.0")))
        .hasMessageContaining("does not serve, and cannot be undone (disk full): " + UNFIT);
  }

  @Test
  void aFeatureThatWouldRestartTheCoreIsRefused() throws Exception {
    platform.bundle("org.gridtill.core", "mvn:core", false, 1);
    String library =
        platform
            .jar("lib", Map.of("Bundle-SymbolicName", "lib", "Export-Package", "codec;version=1.5"))
            .toUri()
            .toString();
    platform.feature("kiosk", "2.0.0", kiosk("2.0.0"), library);
    checkRefused(
        command(null, "kiosk"),
        "nothing was done, since it would restart 1 bundles that are no adapters");
  }

  @Test
  void whatChangesAfterThePreviewOfAFeatureIsRefused() throws Exception {
    upgrade();
    AdapterUpgradeCommand command = command(null, "kiosk/2.0.0");
    command.folder =
        Fake.of(
            DeployFolder.class,
            Map.of(
                "distrust",
                arguments -> {
                  // Somebody begins to use the old version while the new one is looked at.
                  Bundle core = platform.bundle("org.gridtill.core", "mvn:core", false, null);
                  platform.users.put(platform.bundles.get(1), List.of(core));
                  return Optional.empty();
                }));
    checkRefused(command, "what would restart has changed since it was shown; nothing was done");
  }

  @Test
  void aFeatureThatIsNotTrustedIsRefused() throws Exception {
    upgrade();
    distrusted.put(KIOSK, "is not signed");
    checkRefused(
        command(null, "kiosk/2.0.0"), "org.example.kiosk 2.0.0 is not trusted: it is not signed");
  }

  @Test
  void aFeatureWhoseAdapterIsThereAlreadyIsRefused() throws Exception {
    platform.bundle(KIOSK, "gridtill-deploy:kiosk.jar@0", true, null);
    platform.feature("kiosk", "1.1.0", kiosk("1.1.0"));
    checkRefused(command(null, "kiosk"), "feature kiosk/1.1.0 brings no new adapter");
  }

  @Test
  void aFeatureWithoutANewAdapterIsRefused() throws Exception {
    String jar = platform.jar("lib", Map.of("Bundle-SymbolicName", "lib")).toUri().toString();
    platform.feature("lib", "1.0.0", jar);
    checkRefused(command(null, "lib"), "feature lib/1.0.0 brings no new adapter");
    platform.unresolved = "Unable to resolve lib";
    checkRefused(
        command(null, "lib"), "feature lib/1.0.0 cannot be installed: Unable to resolve lib");
  }

  @Test
  void whatGoesIsLetGoOfUnlessTheCoreUsesIt() throws Exception {
    upgrade();
    Bundle old = platform.bundles.get(1);
    platform.effects.put(
        "kiosk/2.0.0",
        () -> {
          platform.pending.add(old);
          now(status(9, "2.0.0", State.SERVING, ""));
        });
    run(command(null, "kiosk/2.0.0"));
    assertThat(platform.refreshed).containsExactly(old);
  }

  @Test
  void whatTheCoreHasBegunToUseStaysUntilARestart() throws Exception {
    upgrade();
    Bundle old = platform.bundles.get(1);
    platform.effects.put(
        "kiosk/2.0.0",
        () -> {
          platform.pending.add(old);
          Bundle core = platform.bundle("org.gridtill.core", "mvn:core", false, null);
          platform.users.put(old, List.of(core));
          now(status(9, "2.0.0", State.SERVING, ""));
        });
    run(command(null, "kiosk/2.0.0"));
    assertThat(platform.refreshed).isEmpty();
  }
}
