package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.sg186.ControlClient.Recorded;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;
import org.ops4j.pax.exam.Option;

/**
 * Adapters are replaced while terminals work: nobody notices, whatever the new version is like, and
 * nothing of the old ones stays. {@code -Dgridtill.swaps=50} swaps more often.
 */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class AdapterSwapIT {

  private static final int SWAPS = Integer.getInteger("gridtill.swaps", 10);
  private static final int TERMINALS = 12;
  private static final int DEBTORS = 15;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, String> SAME = Map.of();

  private static Distribution distribution;
  private static AdapterJar pos;
  private static int version;

  private SwapLoad load;

  @BeforeClass
  public static void start() throws IOException {
    Site.start("swap", logging("name", "org.gridtill.gates"), logging("level", "INFO"));
    distribution = Site.current().distribution();
    pos = new AdapterJar(distribution, "org.gridtill.adapter.pos");
  }

  /** Of a test, only warnings are logged otherwise. */
  private static Option logging(String key, String value) {
    return editConfigurationFilePut(
        "etc/org.ops4j.pax.logging.cfg", "log4j2.logger.gates." + key, value);
  }

  @AfterClass
  public static void stop() {
    Site.stop();
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
  public void aTerminalAdapterIsReplacedInDeploy() throws Exception {
    // Beside the one of the distribution, which stands by; without that, there is a gap each time.
    deployNext(SAME);
    distribution.shell("bundle:stop org.gridtill.adapter.pos/" + shippedVersion());
    deployNext(SAME);
    int loaders = classLoaders();
    for (int i = 1; i <= SWAPS; i++) {
      int before = load.exchanges();
      load.longestMillis();
      deployNext(SAME);
      Eventually.holds("terminals go on", PATIENCE, () -> load.exchanges() > before + TERMINALS);
      System.out.println("swap " + i + ": longest exchange " + load.longestMillis() + " ms");
    }
    load.stop();
    Eventually.holds("no class loader is left", PATIENCE, () -> classLoaders() <= loaders);
    assertThat(jcmd("Thread.print").lines())
        .filteredOn(line -> line.contains("gridtill-gate-endpoint-pos-"))
        .allMatch(line -> line.contains("-pos-" + versionName() + '-') || line.contains("0.1.0"));
  }

  @Test
  public void bAVersionThatDoesNotResolveIsUndone() throws Exception {
    deployNext(SAME);
    String good = versionName();
    version++;
    pos.deploy(versionName(), Map.of("Import-Package", "org.example.missing"));
    awaitLog(
        "Version " + versionName() + " of adapter bundle org.gridtill.adapter.pos was undone",
        "missing package org.example.missing, which no known feature supplies");
    assertThat(distribution.shell("gridtill:adapter-list"))
        .contains("version " + versionName() + " was undone: missing package org.example.missing");
    int before = load.exchanges();
    Eventually.holds("terminals go on", PATIENCE, () -> load.exchanges() > before + TERMINALS);
    assertThat(distribution.shell("gridtill:adapter-list")).contains(good);

    deployNext(SAME);
  }

  @Test
  public void cBillingAndNotificationAdaptersAreUpdated() throws Exception {
    for (String name : List.of("org.gridtill.adapter.sg186", "org.gridtill.adapter.file-channel")) {
      AdapterJar jar = new AdapterJar(distribution, name);
      for (int i = 1; i <= 2; i++) {
        version++;
        Path next = jar.version(versionName(), SAME);
        distribution.shell("bundle:update " + name + ' ' + next.toUri());
        awaitLog(' ' + versionName() + " is there for");
      }
    }
    int before = load.exchanges();
    Eventually.holds("terminals go on", PATIENCE, () -> load.exchanges() > before + TERMINALS);
  }

  @Test
  public void dWithoutAnAdapterConnectionsAreClosedAndNothingIsCharged() throws Exception {
    load.stop();
    int payments = Site.BILLING.payments().size();
    try (Agent agent = new Agent(Site.current().books(), Site.BILLING, TERMINALS + 1)) {
      PosTerminal terminal = agent.terminal();
      assertThat(terminal.signOn().code()).isEqualTo("00");
      distribution.shell("bundle:stop org.gridtill.adapter.pos");
      try {
        assertThatThrownBy(() -> terminal.pay(Site.current().debtor(), 100))
            .isInstanceOf(IOException.class)
            .isNotInstanceOf(java.net.SocketTimeoutException.class);
      } finally {
        distribution.shell("bundle:start org.gridtill.adapter.pos");
      }
      Eventually.holds("it serves again", PATIENCE, () -> terminal.signOn().done());
      assertThat(Site.BILLING.payments()).hasSize(payments);
    }
  }

  private static String shippedVersion() throws IOException, InterruptedException {
    return distribution
        .shell("bundle:list -s --no-format")
        .lines()
        .filter(line -> line.contains("org.gridtill.adapter.pos") && !line.contains(versionName()))
        .map(line -> line.replaceAll(".*\\s(0\\.[0-9A-Za-z.]+)\\s.*", "$1"))
        .findFirst()
        .orElseThrow();
  }

  private void deployNext(Map<String, String> headers) throws IOException {
    version++;
    pos.deploy(versionName(), headers);
    awaitLog("Adapter pos " + versionName() + " is there for endpoint-pos");
  }

  private static String versionName() {
    return "1.0." + version;
  }

  private static void awaitLog(String... words) {
    Path log = distribution.path("data/log/karaf.log");
    Eventually.holds(
        String.join(" ", words),
        PATIENCE,
        () ->
            Files.readString(log, StandardCharsets.UTF_8)
                .lines()
                .anyMatch(line -> List.of(words).stream().allMatch(line::contains)));
  }

  /** Returns how many bundles' class loaders the platform has after a garbage collection. */
  private static int classLoaders() throws IOException, InterruptedException {
    jcmd("GC.run");
    return (int)
        jcmd("VM.classloader_stats").lines().filter(l -> l.contains("BundleClassLoader")).count();
  }

  private static String jcmd(String command) throws IOException, InterruptedException {
    long pid =
        ProcessHandle.current()
            .descendants()
            .filter(process -> process.info().command().orElse("").endsWith("/java"))
            .min(Comparator.comparing(process -> process.info().startInstant().orElseThrow()))
            .orElseThrow()
            .pid();
    Process jcmd =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/jcmd", String.valueOf(pid), command)
            .redirectErrorStream(true)
            .start();
    String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jcmd.waitFor()).as(text).isZero();
    return text;
  }
}
