package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.gridtill.simulator.pos.TestKeys;
import org.gridtill.simulator.sg186.ControlClient.Recorded;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

/**
 * An integrator's way with a new kind of terminal, as docs/adapter-guide.md tells it: one command
 * makes the adapter, its build tests it with the compatibility kit and signs it, and a bill is paid
 * through it before and after an upgrade.
 */
public class ArchetypeIT {

  @ClassRule public static final AdapterSite SITE = new AdapterSite();

  /** How much Java of its own an adapter needs. */
  private static final int LINES = 60;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path FOLDER = Path.of("target", "archetype").toAbsolutePath();
  private static final String TERMINAL = "K0000001";

  /** None that another test lets pay. */
  private static final int AGENCY = 150;

  private static final int PORT = FreePorts.next();

  /** Without a version, so that each version takes the place of the one before. */
  private static final String JAR = "acme-kiosk.jar";

  private static AcmeVendor acme;
  private static MadeAdapter made;

  @BeforeClass
  public static void make() throws IOException, InterruptedException {
    acme = new AcmeVendor(FOLDER, null, "CN=Acme Integrator");
    made = MadeAdapter.make(FOLDER);
    assertThat(made.build(acme.signing())).contains("Running com.acme.kiosk.KioskAdapterTckTest");
  }

  @Test
  public void itIsShort() throws IOException {
    System.out.println("The adapter that the archetype makes has " + made.lines() + " lines");
    assertThat(made.lines()).isPositive().isLessThanOrEqualTo(LINES);
  }

  @Test
  public void billsArePaidThroughItBeforeAndAfterAnUpgrade()
      throws IOException, InterruptedException {
    deploy();
    Agent agent = AdapterSite.agent(AGENCY);
    register(agent);
    try (TextTerminal terminal = new TextTerminal(TERMINAL, agent.code(), PORT)) {
      assertThat(terminal.exchange(bills(terminal, Site.current().debtor())))
          .containsEntry("reason", "BAD_MAC");
      assertThat(terminal.signOn()).containsEntry("status", "ok");
      pay(terminal, agent, Site.current().debtor());
      upgrade();
      pay(terminal, agent, Site.current().debtor());
    }
    agent.checkBooks();
  }

  /** Pays a bill, and sends the payment twice. */
  private static void pay(TextTerminal terminal, Agent agent, String consumer) throws IOException {
    Map<String, String> bills = terminal.exchange(bills(terminal, consumer));
    assertThat(bills).containsEntry("status", "ok").containsKey("mac");
    BigDecimal due = new BigDecimal(bills.get("due"));
    assertThat(due).isPositive();
    byte[] payment = terminal.request("pay", "consumer=" + consumer + "\namount=" + due + "\n");

    assertThat(terminal.exchange(forged(payment))).containsEntry("reason", "BAD_MAC");
    assertThat(recorded(agent, consumer)).isEmpty();

    Map<String, String> paid = terminal.exchange(payment);
    assertThat(paid).containsEntry("status", "ok").containsKey("mac");
    assertThat(paid.get("receipt")).contains(due.toString());
    assertThat(terminal.exchange(payment)).isEqualTo(paid);

    assertThat(recorded(agent, consumer))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.amount()).isEqualTo(due);
              assertThat(one.terminalId()).isEqualTo(TERMINAL);
              assertThat(one.state()).isEqualTo("DONE");
            });
    assertThat(terminal.exchange(bills(terminal, consumer))).containsEntry("due", "0.00");
  }

  private static byte[] forged(byte[] request) {
    return new String(request, StandardCharsets.UTF_8)
        .replaceFirst("mac=.*", "mac=" + "0".repeat(16))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bills(TextTerminal terminal, String consumer) {
    return terminal.request("bills", "consumer=" + consumer + "\n");
  }

  private static List<Recorded> recorded(Agent agent, String consumer) {
    return agent.recorded().stream().filter(one -> one.consumerNo().equals(consumer)).toList();
  }

  private static void upgrade() throws IOException, InterruptedException {
    String next = made.raiseVersion();
    List<String> arguments = new ArrayList<>(acme.signing());
    arguments.add("-DskipTests");
    made.build(arguments);
    DeployFolder.put(Site.current().distribution(), made.jar(), JAR);
    Eventually.holds(
        "the next version serves",
        PATIENCE,
        () ->
            shell("adapter-list")
                .lines()
                .anyMatch(line -> line.contains(next) && line.contains("ready")));
  }

  private static void deploy() throws IOException, InterruptedException {
    DeployFolder.put(Site.current().distribution(), made.jar(), JAR);
    Eventually.holds(
        "the adapter waits for trust",
        PATIENCE,
        () -> shell("adapter-trust").contains("whom nobody here trusts"));
    assertThat(
            shell(
                "vendor-trust --fingerprint %s integrator %s",
                acme.fingerprint(), acme.certificate()))
        .contains("trusts vendor integrator");
    Path endpoint = Site.current().distribution().path(made.endpointFile());
    Files.writeString(endpoint, made.endpoint(PORT));
    Eventually.holds(
        "the endpoint listens",
        PATIENCE,
        () ->
            shell("endpoint-list")
                .lines()
                .anyMatch(line -> line.contains(MadeAdapter.NAME) && line.contains("listens")));
  }

  private static void register(Agent agent) throws IOException, InterruptedException {
    shell("terminal-add --agency %s --adapter %s %s", agent.code(), MadeAdapter.NAME, TERMINAL);
    shell(
        "terminal-key --component1 %s --component2 %s %s",
        HexFormat.of().formatHex(TestKeys.component(TERMINAL, 1)),
        HexFormat.of().formatHex(TestKeys.component(TERMINAL, 2)),
        TERMINAL);
  }

  private static String shell(String command, Object... words)
      throws IOException, InterruptedException {
    return Site.current().distribution().shell("gridtill:" + command.formatted(words));
  }
}
