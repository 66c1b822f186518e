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
import java.util.TreeMap;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.sg186.ControlClient.Recorded;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/**
 * Adapters are replaced while two hundred terminals work: nobody notices, whatever the new version
 * is like, and nothing of the old ones stays. {@code -Dgridtill.swaps=20} swaps less often, {@code
 * -Dgridtill.upgrades=5} upgrades less often by a feature and in place.
 */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class AdapterSwapIT {

  /** POS: the platform cannot work now. */
  private static final String NO_SERVICE = "96";

  @ClassRule public static final AdapterSite SITE = new AdapterSite();

  private static final int SWAPS = Integer.getInteger("gridtill.swaps", 200);
  private static final int UPGRADES = Integer.getInteger("gridtill.upgrades", 50);
  private static final int TERMINALS = AdapterSite.TERMINALS;
  private static final int DEBTORS = 15;
  private static final int SOME = 20;
  private static final int FEW = 5;
  private static final String ADAPTER = "org.gridtill.adapter.pos.PosAdapter";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, String> SAME = Map.of();
  private static final String POS = AdapterSite.POS;

  private static Distribution distribution;
  private static AcmeVendor acme;
  private static AdapterJar pos;
  private static PlatformProcess process;
  private static int version;

  private SwapLoad load;

  @BeforeClass
  public static void start() throws IOException, InterruptedException {
    distribution = Site.current().distribution();
    process = PlatformProcess.ofThisTest();
    acme = AdapterSite.trustedVendor();
    pos = new AdapterJar(distribution, acme, POS);
  }

  @Before
  public void startLoad() throws IOException {
    List<Agent> agents = new ArrayList<>();
    for (int i = 1; i <= TERMINALS; i++) {
      agents.add(new Agent(Site.current().books(), Site.BILLING, i));
    }
    List<String> debtors = new ArrayList<>();
    for (int i = 0; i < DEBTORS; i++) {
      debtors.add(Site.current().debtor());
    }
    load = new SwapLoad(agents, debtors);
    load.start(Site.current().partial());
  }

  @After
  public void nobodyHasNoticed() throws Exception {
    try (SwapLoad ended = load) {
      ended.stop();
      assertThat(ended.failures()).isEmpty();
      assertThat(ended.exchanges()).isPositive();
      Map<String, Integer> booked = new TreeMap<>();
      for (Recorded one : Site.BILLING.payments()) {
        if (one.state().equals("DONE")) {
          booked.merge(one.consumerNo(), 1, Integer::sum);
        }
      }
      assertThat(booked.keySet()).containsAll(ended.paid());
      assertThat(booked.values()).as("each bill is paid once").allMatch(times -> times == 1);
    }
    assertThat(distribution.shell("gridtill:trial-balance")).contains("balanced");
    assertThat(distribution.shell("gridtill:doubt-list")).doesNotContain("IN_DOUBT");
  }

  @Test
  public void aTerminalAdapterIsReplacedInDeployAndNothingOfItStays() throws Exception {
    deployNext();
    // Now it is the only one, and nobody stands by.
    distribution.shell("bundle:stop " + POS + '/' + shippedVersion());
    deployNext();
    int versions = process.classes(ADAPTER);
    assertThat(versions).isPositive();
    int loaders = process.classLoaders();
    int threads = process.threads().size();
    for (int i = 1; i <= SWAPS; i++) {
      load.longestMillis();
      deployNext();
      System.out.println("swap " + i + ": longest exchange " + load.longestMillis() + " ms");
    }
    goOn();
    load.stop();
    Eventually.holds(
        "no old version is left", PATIENCE, () -> process.classes(ADAPTER) <= versions);
    // Bundles of the platform get theirs when they are needed for the first time.
    Eventually.holds(
        "class loaders do not add up", PATIENCE, () -> process.classLoaders() < loaders + FEW);
    Eventually.holds(
        "no thread of an old version is left",
        PATIENCE,
        () ->
            process.threads().stream()
                .filter(name -> name.contains("gridtill-gate-endpoint-pos-"))
                .allMatch(name -> name.contains("-pos-" + versionName() + '-')));
    Eventually.holds(
        "threads do not add up", PATIENCE, () -> process.threads().size() < threads + SOME);
    assertThat(bundles(POS)).hasSize(2);
  }

  @Test
  public void bVersionsThatDoNotServeAreRefusedAndTheOldOneGoesOn() throws Exception {
    deployNext();
    String good = versionName();
    refused(
        pos.version(next(), Map.of("Import-Package", "org.example.missing")),
        "missing package org.example.missing, which no known feature supplies");
    refused(
        pos.version(next(), Map.of("Bundle-Activator", "org.example.Missing")),
        "it does not start: ");
    refused(pos.unsigned(next(), SAME), "it is not trusted: is not signed");
    assertThat(bundles(POS)).anyMatch(line -> line.contains(good)).hasSize(2);
    goOn();
    deployNext();
    assertThat(distribution.shell("gridtill:adapter-list")).doesNotContain("was refused");
  }

  private void refused(Path jar, String why) throws Exception {
    String words = "ersion " + versionName() + " of adapter bundle " + POS + " was refused";
    pos.deploy(jar);
    awaitLog(words, "goes on serving: " + why);
    assertThat(distribution.shell("gridtill:adapter-list"))
        .contains("version " + versionName() + " was refused: " + why);
  }

  @Test
  public void cAnUpdateInPlaceThatDoesNotServeIsUndone() throws Exception {
    deployNext();
    String good = versionName();
    Path bad = pos.version(next(), Map.of("Import-Package", "org.example.missing"));
    assertThatThrownBy(
            () -> distribution.shell("bundle:update --raw " + POS + '/' + good + ' ' + bad.toUri()))
        .hasMessageContaining("org.example.missing");
    awaitLog(
        "Version " + versionName() + " of adapter bundle " + POS + " was undone",
        "missing package org.example.missing, which no known feature supplies");
    goOn();
    assertThat(distribution.shell("gridtill:adapter-list"))
        .contains("version " + versionName() + " was undone: missing package", good);
  }

  @Test
  public void cUpdatesInPlaceAreNotNoticed() throws Exception {
    deployNext();
    for (int i = 1; i <= UPGRADES; i++) {
      String before = versionName();
      Path jar = pos.version(next(), SAME);
      load.longestMillis();
      distribution.shell("bundle:update --raw " + POS + '/' + before + ' ' + jar.toUri());
      awaitLog("Adapter pos " + versionName() + " is there for endpoint-pos");
      System.out.println("update " + i + ": longest exchange " + load.longestMillis() + " ms");
    }
    goOn();
    assertThat(bundles(POS)).hasSize(2);
  }

  @Test
  public void dAFeatureIsUpgradedAgainAndAgain() throws Exception {
    deployNext();
    distribution.shell("bundle:start " + POS + '/' + shippedVersion());
    pos.undeploy();
    awaitLog("Adapter pos " + versionName() + " has left endpoint-pos");
    String shipped = shippedVersion();
    distribution.shell("feature:repo-add " + features(UPGRADES).toUri());
    for (int i = 1; i <= UPGRADES; i++) {
      load.longestMillis();
      distribution.shell("feature:install --upgrade gridtill-adapter-pos/" + next());
      awaitLog("Adapter pos " + versionName() + " is there for endpoint-pos");
      System.out.println("feature " + i + ": longest exchange " + load.longestMillis() + " ms");
    }
    goOn();
    assertThat(bundles(POS)).singleElement().asString().contains(versionName());
    assertThat(shipped).isNotEqualTo(versionName());
  }

  /** A repository with the feature in each of the next versions. */
  private static Path features(int count) throws IOException {
    StringBuilder features = new StringBuilder();
    for (int i = version + 1; i <= version + count; i++) {
      String name = "1.0." + i;
      features.append(
          """
            <feature name="gridtill-adapter-pos" version="%s"><bundle>%s</bundle></feature>
          """
              .formatted(name, pos.version(name, SAME).toUri()));
    }
    Path file = distribution.path("data/features-swap.xml");
    return Files.writeString(
        file,
        """
        <features name="acme-swap" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
        %s</features>
        """
            .formatted(features));
  }

  @Test
  public void eBillingAndNotificationAdaptersAreReplaced() throws Exception {
    for (String name : List.of("org.gridtill.adapter.sg186", "org.gridtill.adapter.file-channel")) {
      AdapterJar jar = new AdapterJar(distribution, acme, name);
      for (int i = 1; i <= 2; i++) {
        distribution.shell("bundle:update --raw " + name + ' ' + jar.version(next(), SAME).toUri());
        awaitLog(' ' + versionName() + " is there for");
      }
      for (int i = 1; i <= 2; i++) {
        jar.deploy(next(), SAME);
        awaitLog(' ' + versionName() + " is there for");
      }
      awaitLog("Adapter bundle " + name + ' ' + versionName() + " has followed");
      goOn();
    }
  }

  @Test
  public void fWithoutAnAdapterTerminalsAreToldSoAndNothingIsCharged() throws Exception {
    load.stop();
    int payments = Site.BILLING.payments().size();
    try (Agent agent = new Agent(Site.current().books(), Site.BILLING, 1)) {
      PosTerminal terminal = agent.terminal();
      assertThat(terminal.signOn().code()).isEqualTo("00");
      distribution.shell("bundle:stop " + POS);
      try {
        assertThat(terminal.pay(Site.current().debtor(), 100).code()).isEqualTo(NO_SERVICE);
        assertThat(terminal.echo().code()).as("the connection stays").isEqualTo(NO_SERVICE);
      } finally {
        distribution.shell("bundle:start " + POS);
      }
      Eventually.holds("it serves again", PATIENCE, () -> terminal.signOn().done());
      assertThat(Site.BILLING.payments()).hasSize(payments);
    }
  }

  private void goOn() {
    int before = load.exchanges();
    Eventually.holds("terminals go on", PATIENCE, () -> load.exchanges() > before + SOME);
  }

  private static String shippedVersion() throws IOException {
    return bundles(POS).stream()
        .map(line -> line.replaceAll(".*\\s(\\d+\\.[0-9A-Za-z.]+)\\s.*", "$1"))
        .filter(found -> found.startsWith("0."))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> bundles(String name) throws IOException {
    return distribution
        .shell("bundle:list -s --no-format")
        .lines()
        .filter(line -> line.contains(name))
        .toList();
  }

  private static void deployNext() throws IOException {
    pos.deploy(next(), SAME);
    awaitLog("Adapter pos " + versionName() + " is there for endpoint-pos");
  }

  private static String next() {
    version++;
    return versionName();
  }

  private static String versionName() {
    return "1.0." + version;
  }

  private static void awaitLog(String... words) {
    AdapterSite.awaitLog(PATIENCE, words);
  }
}
