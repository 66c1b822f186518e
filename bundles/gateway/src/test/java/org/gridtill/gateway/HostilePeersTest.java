package org.gridtill.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Peers that want an endpoint for themselves, through real sockets from several addresses. */
class HostilePeersTest {

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String HOSTILE = "127.0.0.2";

  private final EndpointHarness endpoint = new EndpointHarness();
  private final List<TestClient> held = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    for (TestClient client : held) {
      client.close();
    }
    endpoint.close();
    endpoint.awaitNoThreads();
    assertThat(endpoint.statistics.connections()).isZero();
  }

  @Test
  void whoHoldsConnectionsLeavesPlaceForOthers() throws Exception {
    endpoint.start(new AddressLimits(3, 1_000, 1_000, Set.of()));
    hold(3);
    for (int i = 0; i < 20; i++) {
      try (TestClient more = endpoint.connectFrom(HOSTILE)) {
        more.assertClosed();
      }
    }
    endpoint.awaitCount(Fault.ADDRESS_CONNECTION_LIMIT, 20);
    assertServed();
  }

  @Test
  void aPlaceThatIsLeftCanBeTaken() throws Exception {
    endpoint.start(new AddressLimits(2, 1_000, 1_000, Set.of()));
    endpoint.nanoTime.set(Duration.ofHours(1).toNanos());
    hold(2);
    held.remove(0).close();
    EndpointHarness.await("a place", () -> endpoint.statistics.connections() == 1);
    endpoint.nanoTime.set(Duration.ofHours(2).toNanos());
    hold(1);
  }

  @Test
  void whoComesAndGoesTooOftenIsTurnedAway() throws Exception {
    endpoint.start(new AddressLimits(5, 1, 1_000, Set.of()));
    for (int i = 0; i < 5; i++) {
      try (TestClient client = endpoint.connectFrom(HOSTILE)) {
        assertThat(client.ask("ECHO")).isEqualTo("ECHO:Alive");
      }
      EndpointHarness.await("gone", () -> endpoint.statistics.connections() == 0);
    }
    try (TestClient client = endpoint.connectFrom(HOSTILE)) {
      client.assertClosed();
    }
    endpoint.awaitCount(Fault.ADDRESS_CONNECTION_RATE, 1);
    assertServed();

    endpoint.nanoTime.set(Duration.ofSeconds(1).toNanos());
    hold(1);
  }

  /** The clock of the limits stands still, so that each frame waits its tenth of a second. */
  @Test
  void framesBeyondTheRateWaitAndAreAnswered() throws Exception {
    endpoint.start(new AddressLimits(5, 1_000, 10, Set.of()));
    try (TestClient client = endpoint.connectFrom(HOSTILE)) {
      for (int i = 0; i < 12; i++) {
        assertThat(client.ask("ECHO")).isEqualTo("ECHO:Alive");
      }
    }
    endpoint.awaitCount(Fault.ADDRESS_FRAME_RATE, 2);
    assertServed();
  }

  @Test
  void whoGoesWhileAFrameWaitsLeavesNothingBehind() throws Exception {
    endpoint.start(new AddressLimits(5, 1_000, 1, Set.of()));
    try (TestClient client = endpoint.connectFrom(HOSTILE)) {
      client.send("ECHO", "ECHO");
      assertThat(client.receive()).isEqualTo("ECHO:Alive");
      endpoint.awaitCount(Fault.ADDRESS_FRAME_RATE, 1);
      client.socket().setSoLinger(true, 0);
    }
    EndpointHarness.await("gone", () -> endpoint.statistics.connections() == 0);
  }

  @Test
  void connectionsThatSayNothingOrAlmostNothingDie() throws Exception {
    endpoint.start(EndpointHarness.limits(SHORT, SHORT));
    for (int i = 0; i < 5; i++) {
      held.add(endpoint.connectFrom(HOSTILE));
      TestClient slow = endpoint.connectFrom(HOSTILE);
      slow.sendBytes((byte) 0);
      held.add(slow);
    }
    for (TestClient client : held) {
      client.assertClosed();
    }
    endpoint.awaitCount(Fault.IDLE, 5);
    endpoint.awaitCount(Fault.UNFINISHED_FRAME, 5);
  }

  private void hold(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      TestClient client = endpoint.connectFrom(HOSTILE);
      held.add(client);
      assertThat(client.ask("ECHO")).isEqualTo("ECHO:Alive");
    }
  }

  private void assertServed() throws Exception {
    try (TestClient good = endpoint.connect()) {
      assertThat(good.ask("PAY")).isEqualTo("PAY:Alive");
    }
  }
}
