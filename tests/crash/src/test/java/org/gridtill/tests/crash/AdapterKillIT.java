package org.gridtill.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gridtill.simulator.pos.PosTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Kills the platform while one version of an adapter follows another: the file in {@code deploy/}
 * decides who serves afterwards. A share of the terminals outlives a kill, too.
 */
class AdapterKillIT {

  private static final PlatformPorts PORTS = new PlatformPorts(28583, 28181, 28101, 28186);
  private static final Duration BOOT = Duration.ofSeconds(180);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LISTED = "T0000001";
  private static final String OTHER = "T0000002";
  private static final String POS = "org.gridtill.adapter.pos";

  private final Path work = Path.of(System.getProperty("gridtill.work"));
  private PlatformProcess platform;
  private PosVersions versions;

  @BeforeEach
  void prepare() throws Exception {
    Path archive = Path.of(System.getProperty("gridtill.distribution"));
    platform = PlatformProcess.unpack(archive, work.resolve("adapters").toAbsolutePath(), PORTS);
    platform.append(
        "org.gridtill.simulator.fleet.cfg", "agencyCount = 1", "terminalsPerAgency = 2");
    platform.set("org.apache.felix.fileinstall-deploy.cfg", "felix.fileinstall.poll", 100);
    versions = new PosVersions(platform);
  }

  @AfterEach
  void stop() {
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void theFileDecidesAndAShareStays() throws Exception {
    Path mark = platform.path("trying");
    Path old = versions.make("1.0.1");
    Path next = versions.makeSlow("1.0.2", mark);
    start();
    versions.deploy(old);
    Poll.until("the old one serves", PATIENCE, () -> serves("1.0.1"));

    versions.deploy(next);
    Poll.until("the next one tries itself", PATIENCE, () -> Files.exists(mark));
    platform.kill();
    assertThat(versions.stored()).as("killed between two versions").isEqualTo(2);

    start();
    Poll.until("the next one serves", PATIENCE, () -> serves("1.0.2") && line("1.0.1").isEmpty());
    assertThat(lines()).filteredOn(line -> !line.contains("another one serves")).hasSize(1);
    assertThat(versions.stored()).isEqualTo(1);

    String share = platform.shell("gridtill:adapter-share --terminal " + LISTED + " pos 1.0.2");
    assertThat(share).contains(LISTED, "serves its share");
    platform.kill();
    start();
    Poll.until("both serve", PATIENCE, () -> line("1.0.2").contains("serves " + LISTED));
    assertThat(platform.shell("gridtill:adapter-share-list")).isEqualTo(share);
    assertThat(line("0.1.0")).contains("serves the others");
    checkWhoServes();
  }

  /** Each has a connection of its own, whose first frame tells whose it is. */
  private void checkWhoServes() throws Exception {
    try (PosTerminal listed = terminal(LISTED);
        PosTerminal other = terminal(OTHER)) {
      assertThat(listed.signOn().done()).isTrue();
      assertThat(other.signOn().done()).isTrue();
      long ofNext = made(line("1.0.2"));
      long ofShipped = made(line("0.1.0"));
      assertThat(listed.signOn().done()).isTrue();
      assertThat(made(line("1.0.2"))).as("read and answered").isEqualTo(ofNext + 2);
      assertThat(made(line("0.1.0"))).isEqualTo(ofShipped);
      assertThat(other.signOn().done()).isTrue();
      assertThat(made(line("0.1.0"))).as("read and answered").isEqualTo(ofShipped + 2);
    }
  }

  private void start() throws Exception {
    platform.start();
    Poll.until("terminals are served", BOOT, AdapterKillIT::isServed);
  }

  private static boolean isServed() throws IOException {
    try (PosTerminal listed = terminal(LISTED);
        PosTerminal other = terminal(OTHER)) {
      return listed.signOn().done() && other.signOn().done();
    }
  }

  private static PosTerminal terminal(String code) {
    return PosTerminal.of(code, "A001")
        .at("127.0.0.1", PORTS.pos())
        .timeouts(Duration.ofSeconds(2), Duration.ofSeconds(20))
        .build();
  }

  private boolean serves(String version) throws IOException, InterruptedException {
    String line = line(version);
    return line.contains("ready") && !line.contains("another one serves");
  }

  private String line(String version) throws IOException, InterruptedException {
    return lines().stream().filter(line -> line.contains(version)).findFirst().orElse("");
  }

  private List<String> lines() throws IOException, InterruptedException {
    return platform
        .shell("gridtill:adapter-list")
        .lines()
        .filter(line -> line.contains(POS))
        .toList();
  }

  /** Returns how many calls were made of the adapter of a line. */
  private static long made(String line) {
    return Long.parseLong(line.split("[|\u2502]")[6].strip());
  }
}
