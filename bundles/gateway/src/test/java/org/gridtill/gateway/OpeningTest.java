package org.gridtill.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.time.Duration;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.junit.jupiter.api.Test;

class OpeningTest {

  private final FakePlatform platform = new FakePlatform();
  private TerminalAdapter adapter = new FakeAdapter();
  private int opened;
  private boolean asksForCertificates;
  private final Opening opening = opening(() -> opened++);

  @Test
  void waitsForWhoJudgesCertificatesOnlyIfTerminalsShowThem() {
    platform.certificatesAway = true;
    opening.begin();
    assertThat(opened).isEqualTo(1);

    asksForCertificates = true;
    Opening asking = opening(() -> opened++);
    platform.certificateGuardAway = true;
    asking.begin();
    assertThat(asking.obstacle())
        .contains("waits for the guard of certificates, who judges certificates");
    platform.certificateGuardAway = false;
    platform.certificatesAway = false;
    asking.look();
    assertThat(opened).isEqualTo(2);
  }

  @Test
  void listensAtOnceIfAllIsThere() {
    opening.look();
    assertThat(opened).as("before all parts were put in").isZero();

    opening.begin();

    assertThat(opened).isEqualTo(1);
    assertThat(opening.obstacle()).isEmpty();
  }

  @Test
  void waitsForEveryPartAndNamesWhatIsMissing() {
    adapter = null;
    platform.terminalsAway = true;
    platform.shiftsAway = true;
    platform.vaultAway = true;
    platform.engineAway = true;
    opening.begin();
    assertThat(opening.obstacle())
        .contains(
            "waits for the adapter fake, the terminal registry, the guards of card and SIM, the vault,"
                + " the transaction engine");

    adapter = new FakeAdapter();
    opening.look();
    platform.terminalsAway = false;
    opening.look();
    platform.shiftsAway = false;
    opening.look();
    platform.vaultAway = false;
    opening.look();
    assertThat(opening.obstacle()).contains("waits for the transaction engine");
    assertThat(opened).isZero();

    platform.engineAway = false;
    opening.look();
    assertThat(opened).isEqualTo(1);
    assertThat(opening.obstacle()).isEmpty();
  }

  @Test
  void partsMustBeThereAtTheSameTime() {
    platform.engineAway = true;
    opening.begin();
    adapter = null;
    platform.engineAway = false;
    opening.look();

    assertThat(opened).isZero();
    assertThat(opening.obstacle()).contains("waits for the adapter fake");
  }

  @Test
  void staysOpenWhenAPartGoesAndOpensOnlyOnce() {
    opening.begin();

    adapter = null;
    opening.look();
    assertThat(opening.obstacle()).isEmpty();
    adapter = new FakeAdapter();
    opening.look();

    assertThat(opened).isEqualTo(1);
  }

  @Test
  void doesNotOpenAfterItsEnd() {
    platform.vaultAway = true;
    opening.begin();
    opening.end();
    platform.vaultAway = false;
    opening.look();

    assertThat(opened).isZero();
  }

  @Test
  void saysWhyItCannotListen() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      FrameServer server = server(taken.getLocalPort());
      Opening failing = opening(server::start);
      platform.engineAway = true;
      failing.begin();
      platform.engineAway = false;
      failing.look();

      assertThat(failing.obstacle().orElseThrow())
          .startsWith("failed: pid~taken: host and port")
          .contains(String.valueOf(taken.getLocalPort()));
      server.stop();
    }
    EndpointHarness.await("no thread left", () -> EndpointHarness.threads("taken") == 0);
  }

  @Test
  void aServerThatNeverListenedStops() {
    server(0).stop();

    EndpointHarness.await("no thread left", () -> EndpointHarness.threads("taken") == 0);
  }

  private FrameServer server(int port) {
    try (EndpointHarness harness = new EndpointHarness()) {
      return harness.server(
          EndpointHarness.settings("taken", port, EndpointHarness.limits(), Duration.ofSeconds(1)),
          null);
    }
  }

  private Opening opening(Runnable listen) {
    return new Opening("pos", "fake", () -> adapter != null, platform, asksForCertificates, listen);
  }
}
