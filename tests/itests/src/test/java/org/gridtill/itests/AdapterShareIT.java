package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridtill.simulator.pos.PosTerminal;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/** Two versions of the POS adapter side by side, each with terminals of its own, under load. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class AdapterShareIT {

  @ClassRule public static final AdapterSite SITE = new AdapterSite();

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NEW = "1.1.0";
  private static final int TERMINALS = 6;
  private static final int DEBTORS = 10;

  private static Distribution distribution;
  private static AdapterJar pos;

  @BeforeClass
  public static void start() throws IOException, InterruptedException {
    distribution = Site.current().distribution();
    pos = new AdapterJar(distribution, AdapterSite.trustedVendor(), AdapterSite.POS);
  }

  @Test
  public void aWhatMeansNothingIsRefused() throws Exception {
    checkRefused("--percent 10 pos 9.9.9", "there is no version 9.9.9 of adapter pos, but ");
    checkRefused("--percent 10 kiosk 1.1.0", "there is no terminal adapter kiosk");
    checkRefused("--ahead --percent 101 pos 1.1.0", "percent: not from 0 to 100: 101");
    checkRefused("--ahead --terminal T-1 pos 1.1.0", "1 to 16 letters or digits, not: T-1");
    checkRefused("--ahead --terminal NOBODY pos 1.1.0", "adapter pos has no terminal NOBODY");
    checkRefused("--off pos", "there is no share of adapter pos");
    assertThat(distribution.shellAs(Distribution.VISITOR, "gridtill:adapter-share-list"))
        .contains("no adapter is shared");
    assertThatThrownBy(
            () ->
                distribution.shellAs(
                    Distribution.VISITOR, "gridtill:adapter-share --ahead --percent 1 pos 1.1.0"))
        .isInstanceOf(IOException.class);
  }

  private static void checkRefused(String arguments, String why) {
    assertThatThrownBy(() -> shell("adapter-share " + arguments))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(why);
  }

  @Test
  public void bEachVersionServesItsTerminals() throws Exception {
    try (Agent first = AdapterSite.agent(1);
        Agent second = AdapterSite.agent(2)) {
      PosTerminal old = first.terminal();
      PosTerminal listed = second.terminal();
      String consumer = Site.current().partial();
      assertThat(old.signOn().code()).isEqualTo("00");
      assertThat(listed.signOn().code()).isEqualTo("00");

      assertThat(shell("adapter-share --ahead --terminal " + listed.terminalCode() + " pos " + NEW))
          .contains("is not there; all are served by");
      deployNew();
      assertThat(shell("adapter-share")).contains("serves its share");
      assertThat(line(NEW)).contains("ready; serves " + listed.terminalCode());
      assertThat(shippedLine()).contains("ready; serves the others");
      assertThat(distribution.path("etc/org.gridtill.gates.share-pos.cfg"))
          .content()
          .contains("terminals = " + listed.terminalCode());

      // Whose connection it is, is known by now, so that no frame is read twice.
      assertThat(made(line(NEW))).as("nobody was moved before").isZero();
      long before = made(shippedLine());
      assertThat(listed.query(consumer).code()).isEqualTo("00");
      assertThat(made(line(NEW))).as("read and answered").isEqualTo(2);
      assertThat(made(shippedLine())).isEqualTo(before);
      assertThat(old.query(consumer).code()).isEqualTo("00");
      assertThat(made(line(NEW))).isEqualTo(2);
      assertThat(made(shippedLine())).isEqualTo(before + 2);

      // A new connection shows with its first frame whose it is.
      try (PosTerminal again = Agent.terminal(listed.terminalCode(), second.code()).build()) {
        assertThat(again.signOn().code()).isEqualTo("00");
        assertThat(made(line(NEW))).isEqualTo(4);
        assertThat(made(shippedLine())).as("read once").isEqualTo(before + 3);
      }
      assertThat(shell("adapter-share --off pos")).contains("no adapter is shared");
    } finally {
      pos.undeploy();
    }
    Eventually.holds("the new one has gone", PATIENCE, () -> line(NEW).isEmpty());
  }

  @Test
  public void cNobodyNoticesThatSharesChangeAndAVersionGoes() throws Exception {
    List<Agent> agents = new ArrayList<>();
    for (int i = 1; i <= TERMINALS; i++) {
      agents.add(AdapterSite.agent(10 + i));
    }
    List<String> debtors = new ArrayList<>();
    for (int i = 0; i < DEBTORS; i++) {
      debtors.add(Site.current().debtor());
    }
    shell("adapter-share --ahead --terminal T0000011 pos " + NEW);
    deployNew();
    try (SwapLoad load = new SwapLoad(agents, debtors)) {
      load.start(Site.current().partial());
      goesOn(load);
      shell("adapter-share --percent 60 --terminal T0000011 pos " + NEW);
      goesOn(load);
      long served = made(line(NEW));
      assertThat(served).isPositive();

      // Off: the newest serves all.
      shell("adapter-share --off pos");
      goesOn(load);
      assertThat(shippedLine()).contains("another one serves");
      shell("adapter-share --percent 60 pos " + NEW);
      goesOn(load);

      // It goes with its share on: its terminals go on with the old one.
      pos.undeploy();
      Eventually.holds("the new one has gone", PATIENCE, () -> line(NEW).isEmpty());
      goesOn(load);
      assertThat(shell("adapter-share-list")).contains("is not there; all are served by");
      load.stop();
      assertThat(load.failures()).isEmpty();
    }
    shell("adapter-share --off pos");
    assertThat(distribution.path("etc/org.gridtill.gates.share-pos.cfg")).doesNotExist();
    assertThat(shell("trial-balance")).contains("balanced");
  }

  private static void goesOn(SwapLoad load) {
    int before = load.exchanges();
    Eventually.holds("terminals go on", PATIENCE, () -> load.exchanges() > before + 5 * TERMINALS);
  }

  /** Deploys the new version, which a vendor has signed whom operations trust. */
  private static void deployNew() throws Exception {
    Path log = distribution.path("data/log/karaf.log");
    long before = count(log);
    pos.deploy(NEW, Map.of());
    Eventually.holds("the new version is there", PATIENCE, () -> count(log) > before);
  }

  private static long count(Path log) throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("Adapter pos " + NEW + " is there for endpoint-pos"))
        .count();
  }

  private static String line(String version) throws IOException {
    return lines().stream().filter(line -> line.contains(version)).findFirst().orElse("");
  }

  private static String shippedLine() throws IOException {
    return lines().stream().filter(line -> !line.contains(NEW)).findFirst().orElseThrow();
  }

  private static List<String> lines() throws IOException {
    return shell("adapter-list")
        .lines()
        .filter(line -> line.contains("org.gridtill.adapter.pos"))
        .toList();
  }

  /** Returns how many calls were made of the adapter of a line. */
  private static long made(String line) {
    return Long.parseLong(line.split("[|\u2502]")[6].strip());
  }

  private static String shell(String command) throws IOException {
    return distribution.shell("gridtill:" + command);
  }
}
