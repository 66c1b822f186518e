package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/**
 * Upgrades by the command that shows what restarts and refuses if that is more than adapters, while
 * terminals work, none of which notices anything.
 */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class AdapterUpgradeIT {

  @ClassRule public static final AdapterSite SITE = new AdapterSite();

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What operations may wait for the refusal of a version that is not fit. */
  private static final Duration REFUSAL = Duration.ofSeconds(5);

  private static final String POS = AdapterSite.POS;
  private static final String FEATURE = "gridtill-adapter-pos";
  private static final Map<String, String> SAME = Map.of();
  private static final int FIRST_AGENCY = 21;
  private static final int TERMINALS = 6;
  private static final String CORE = "nothing was done, since it would restart";

  private static Distribution distribution;
  private static AcmeVendor acme;
  private static AdapterJar pos;
  private static int version;

  private SwapLoad load;

  @BeforeClass
  public static void start() throws IOException, InterruptedException {
    distribution = Site.current().distribution();
    acme = AdapterSite.trustedVendor();
    pos = new AdapterJar(distribution, acme, POS);
  }

  @Before
  public void startLoad() throws IOException {
    List<Agent> agents = new ArrayList<>();
    for (int i = 0; i < TERMINALS; i++) {
      agents.add(AdapterSite.agent(FIRST_AGENCY + i));
    }
    load = new SwapLoad(agents, List.of(Site.current().debtor(), Site.current().debtor()));
    load.start(Site.current().partial());
  }

  @After
  public void nobodyHasNoticed() throws Exception {
    try (SwapLoad ended = load) {
      int before = ended.exchanges();
      if (!ended.isOver()) {
        Eventually.holds(
            "terminals go on", PATIENCE, () -> ended.exchanges() > before + 2 * TERMINALS);
        ended.stop();
      }
      assertThat(ended.failures()).isEmpty();
    }
  }

  @Test
  public void aJarIsPutInPlaceAndTheNextOneInItsPlace() throws Exception {
    Path first = pos.version(next(), SAME);
    assertThat(shell("adapter-upgrade-preview " + first)).contains("no bundle restarts");
    assertThat(shell("adapter-upgrade " + first))
        .contains("new: " + bundle() + " as deploy/" + POS + ".jar")
        .contains("no bundle restarts", bundle() + " serves");
    String before = versionName();
    assertThat(upgrade(pos.version(next(), SAME)))
        .containsPattern(before + ".*adapter")
        .contains(bundle() + " serves, in place of version " + before);
    assertThat(line(versionName())).contains("ready");
    assertThat(line(before)).isEmpty();
  }

  @Test
  public void bWhatIsNoGoodIsRefusedAndNothingIsTouched() throws Exception {
    byte[] deployed = Files.readAllBytes(deployed());
    String serving = versionName();
    Path present = pos.version(serving, Map.of("Bundle-Name", "rebuilt"));
    checkRefused(present, "is " + bundle() + " already; give the jar another version");
    checkRefused(pos.unsigned(next(), SAME), "does not resolve: it is not trusted: is not signed");
    checkRefused(
        pos.version(next(), Map.of("Import-Package", "org.example.missing")),
        "does not resolve: missing package org.example.missing, which no known feature supplies");
    checkRefused(
        acme.sign(acme.adapter("fragment", Map.of("Fragment-Host", "org.gridtill.vault"))),
        "is no adapter's jar");
    checkRefused(deployed(), "is in deploy/ already");
    checkRefused(distribution.path("data/nothing.jar"), "there is no file");
    assertThatThrownBy(
            () -> distribution.shellAs(Distribution.CLERK, "gridtill:adapter-upgrade x.jar"))
        .isInstanceOf(IOException.class);

    assertThat(Files.readAllBytes(deployed())).isEqualTo(deployed);
    assertThat(line(serving)).contains("ready");
    assertThat(distribution.shell("bundle:list -t 0 -l")).doesNotContain("gridtill-trial");
  }

  @Test
  public void cWhatWouldRestartTheCoreIsRefusedAlsoInDeploy() throws Exception {
    upgrade(pos.version(next(), Map.of("Export-Package", "org.example.codec")));
    String serving = versionName();
    // It has nothing in it but what its manifest says.
    Path user =
        acme.sign(
            acme.adapter(
                "user",
                Map.of(
                    "Import-Package", "org.example.codec",
                    "Provide-Capability", "org.example.nothing",
                    "Service-Component", "")));
    distribution.shell("bundle:install -s " + user.toUri());
    Path next = pos.version(next(), SAME);
    checkRefused(next, CORE + " 1 bundles that are no adapters");
    pos.deploy(next);
    AdapterSite.awaitLog(
        PATIENCE,
        "ersion " + versionName() + " of adapter bundle " + POS + " was refused",
        "bundles that are no adapters would restart: org.acme.user");
    assertThat(line(serving)).contains("ready; version " + versionName() + " was refused");

    distribution.shell("bundle:uninstall org.acme.user");
    assertThat(upgrade(pos.version(next(), SAME))).contains("in place of version " + serving);
  }

  @Test
  public void dOneThatIsNotFitIsRefusedWithinSeconds() throws Exception {
    String serving = versionName();
    String why = "no licence for this till";
    checkRefused(
        pos.unfit(next(), why),
        bundle() + " was refused, and version " + serving + " goes on serving: " + why);
    Path bad = pos.unfit(next(), why);
    pos.deploy(bad);
    AdapterSite.awaitLog(
        REFUSAL,
        "Version " + versionName() + " of adapter bundle " + POS + " was refused, and version",
        serving + " goes on serving: " + why);
    assertThat(line(serving)).contains("ready; version " + versionName() + " was refused: " + why);
  }

  @Test
  public void eAFeatureIsUpgraded() throws Exception {
    pos.undeploy();
    Eventually.holds("it is gone", PATIENCE, () -> line(" 2.").isEmpty());
    String before = servingVersion();
    feature(FEATURE, pos.version(next(), SAME));
    assertThat(shell("adapter-upgrade-preview --feature " + FEATURE + '/' + versionName()))
        .contains("new: " + bundle())
        .containsPattern(before + ".*adapter");
    assertThat(upgradeFeature())
        .contains("feature " + FEATURE + '/' + versionName() + " is installed, and its adapters");
    assertThat(line(versionName())).contains("ready");
    assertThat(line(before)).isEmpty();
  }

  @Test
  public void fAFeatureThatWouldRestartTheCoreOrIsNotTrustedIsRefused() throws Exception {
    String serving = versionName();
    Path library =
        acme.sign(
            acme.adapter(
                "csv",
                Map.of(
                    "Export-Package", "org.apache.commons.csv;version=\"1.99\"",
                    "Provide-Capability", "org.example.nothing",
                    "Service-Component", "")));
    feature(FEATURE, pos.version(next(), SAME), library);
    String id = FEATURE + '/' + versionName();
    assertThatThrownBy(() -> shell("adapter-upgrade-preview --feature " + id))
        .hasMessageContaining("an installation of " + id + " would restart")
        .hasMessageContaining("not an adapter");
    assertThatThrownBy(AdapterUpgradeIT::upgradeFeature).hasMessageContaining(CORE);

    feature(FEATURE, pos.unsigned(next(), SAME));
    assertThatThrownBy(AdapterUpgradeIT::upgradeFeature)
        .hasMessageContaining(bundle() + " is not trusted: it is not signed");
    assertThat(line(serving)).contains("ready");
  }

  @Test
  public void gAFeatureWhoseAdapterIsNotFitIsUndone() throws Exception {
    // Karaf works twice while nobody serves, which on a busy machine may take longer than callers
    // wait.
    load.stop();
    String serving = servingVersion();
    feature(FEATURE, pos.unfit(next(), "no licence for this till"));
    assertThatThrownBy(AdapterUpgradeIT::upgradeFeature)
        .hasMessageContaining("feature " + FEATURE + '/' + versionName() + " was undone, and ")
        .hasMessageContaining(serving + " serves again: " + POS + " is not fit: no licence");
    assertThat(line(serving)).contains("ready");
    assertThat(line(versionName())).isEmpty();
  }

  @Test
  public void hWhatWasUpdatedInPlaceIsPutBackByTheNextChangeOfFeatures() throws Exception {
    String serving = servingVersion();
    Path next = pos.version(next(), SAME);
    distribution.shell("bundle:update --raw " + POS + '/' + serving + ' ' + next.toUri());
    Eventually.holds("it serves", PATIENCE, () -> servingVersion().equals(versionName()));
    feature("acme-other");
    assertThat(shell("adapter-upgrade-preview --feature acme-other"))
        .contains("new: " + POS + ' ' + serving)
        .containsPattern(versionName() + ".*adapter");
    distribution.shell("feature:install acme-other");
    assertThat(servingVersion()).isEqualTo(serving);
    assertThat(line(versionName())).isEmpty();
  }

  private static void checkRefused(Path jar, String why) {
    assertThatThrownBy(() -> upgrade(jar))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(why);
  }

  private static String upgrade(Path jar) throws IOException {
    return shell("adapter-upgrade " + jar);
  }

  private static String upgradeFeature() throws IOException {
    return shell("adapter-upgrade --feature " + FEATURE + '/' + versionName());
  }

  /** Makes a feature of the version that was made last known to Karaf. */
  private static void feature(String name, Path... jars) throws IOException {
    StringBuilder bundles = new StringBuilder();
    for (Path jar : jars) {
      bundles.append("<bundle>").append(jar.toUri()).append("</bundle>");
    }
    Path file = distribution.path("data/features-" + versionName() + ".xml");
    Files.writeString(
        file,
        """
        <features name="acme-%1$s" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
          <feature name="%2$s" version="%1$s">%3$s</feature>
        </features>
        """
            .formatted(versionName(), name, bundles));
    distribution.shell("feature:repo-add " + file.toUri());
  }

  private static Path deployed() {
    return distribution.path("deploy/" + POS + ".jar");
  }

  private static String line(String part) throws IOException {
    return lines().stream().filter(line -> line.contains(part)).findFirst().orElse("");
  }

  private static List<String> lines() throws IOException {
    return shell("adapter-list").lines().filter(line -> line.contains(POS)).toList();
  }

  private static String servingVersion() throws IOException {
    return lines().stream()
        .filter(line -> line.contains("ready") && !line.contains("another one serves"))
        .map(line -> line.split("[|\u2502]")[4].strip())
        .findFirst()
        .orElseThrow();
  }

  private static String shell(String command) throws IOException {
    return distribution.shell("gridtill:" + command);
  }

  private static String next() {
    version++;
    return versionName();
  }

  private static String versionName() {
    return "2.0." + version;
  }

  private static String bundle() {
    return POS + ' ' + versionName();
  }
}
