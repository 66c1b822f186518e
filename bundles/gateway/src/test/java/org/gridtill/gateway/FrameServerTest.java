package org.gridtill.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gridtill.gateway.EndpointHarness.EngineStop;
import org.gridtill.gateway.EndpointSettings.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An endpoint, through real sockets. */
class FrameServerTest {

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final EndpointHarness endpoint = new EndpointHarness();

  @AfterEach
  void stop() {
    endpoint.close();
    endpoint.awaitNoThreads();
    assertThat(endpoint.statistics.connections()).isZero();
  }

  @Test
  void answersFrames() throws Exception {
    endpoint.start();
    try (TestClient client = endpoint.connect()) {
      assertThat(client.ask("ECHO")).isEqualTo("ECHO:Alive");
      assertThat(client.ask("PAY")).isEqualTo("PAY:Alive");
      assertThat(endpoint.statistics.connections()).isOne();
    }
    EndpointHarness.await("closed", () -> endpoint.statistics.connections() == 0);
    assertThat(endpoint.statistics.refused()).isEmpty();
  }

  @Test
  void answersFramesOfOnePacketInTheirOrder() throws Exception {
    endpoint.start();
    try (TestClient client = endpoint.connect()) {
      client.send("PAY", "ECHO", "SIGNON", "QUERY");

      assertThat(client.receive()).isEqualTo("PAY:Alive");
      assertThat(client.receive()).isEqualTo("ECHO:Alive");
      assertThat(client.receive()).isEqualTo("SIGNON:SignedOn");
      assertThat(client.receive()).isEqualTo("QUERY:Alive");
    }
  }

  @Test
  void putsAFrameTogetherFromSingleBytes() throws Exception {
    endpoint.start();
    try (TestClient client = endpoint.connect()) {
      client.socket().setTcpNoDelay(true);
      for (byte each : TestClient.frames("PAY", "ECHO")) {
        client.sendBytes(each);
      }

      assertThat(client.receive()).isEqualTo("PAY:Alive");
      assertThat(client.receive()).isEqualTo("ECHO:Alive");
    }
  }

  @Test
  void answersAPeerThatSendsNoMore() throws Exception {
    endpoint.start();
    try (TestClient client = endpoint.connect()) {
      client.send("PAY");
      client.socket().shutdownOutput();

      assertThat(client.receive()).isEqualTo("PAY:Alive");
      client.assertClosed();
    }
  }

  @Test
  void closesOnAFrameThatIsTooLong() throws Exception {
    endpoint.start();
    try (TestClient client = endpoint.connect()) {
      client.sendBytes((byte) 0, (byte) 201);
      client.assertClosed();
    }
    endpoint.awaitCount(Fault.OVERSIZED_FRAME, 1);
    assertThat(endpoint.statistics.frames()).isZero();
  }

  @Test
  void takesTheLongestFrame() throws Exception {
    endpoint.start();
    try (TestClient client = endpoint.connect()) {
      client.send("x".repeat(200));
      client.assertClosed();
    }
    endpoint.awaitCount(Fault.MALFORMED, 1);
  }

  @Test
  void closesOnAnEmptyFrame() throws Exception {
    endpoint.start();
    try (TestClient client = endpoint.connect()) {
      client.send("");
      client.assertClosed();
    }
    endpoint.awaitCount(Fault.EMPTY_FRAME, 1);
  }

  @Test
  void closesAnIdleConnection() throws Exception {
    endpoint.start(EndpointHarness.limits(SHORT, LONG));
    try (TestClient client = endpoint.connect()) {
      client.assertClosed();
    }
    endpoint.awaitCount(Fault.IDLE, 1);
  }

  @Test
  void closesAConnectionThatIsIdleAfterAFrame() throws Exception {
    endpoint.start(EndpointHarness.limits(SHORT, LONG));
    try (TestClient client = endpoint.connect()) {
      assertThat(client.ask("ECHO")).isEqualTo("ECHO:Alive");
      client.assertClosed();
    }
    endpoint.awaitCount(Fault.IDLE, 1);
  }

  @Test
  void closesOnAFrameThatComesTooSlowly() throws Exception {
    endpoint.start(EndpointHarness.limits(LONG, SHORT));
    try (TestClient client = endpoint.connect()) {
      client.socket().setSoTimeout(20);
      byte[] frame = TestClient.frames("x".repeat(150));
      int sent = 0;
      boolean open = true;
      while (open && sent < frame.length) {
        client.sendBytes(frame[sent++]);
        open = isOpen(client);
      }
      assertThat(open).isFalse();
    }
    endpoint.awaitCount(Fault.UNFINISHED_FRAME, 1);
    assertThat(endpoint.statistics.frames()).isZero();
  }

  @Test
  void doesNotCountItsOwnSlownessAsThePeers() throws Exception {
    endpoint.start(EndpointHarness.limits(SHORT, SHORT));
    EngineStop engine = endpoint.holdEngine();
    try (TestClient client = endpoint.connect();
        TestClient clock = endpoint.connect()) {
      byte[] two = TestClient.frames("PAY", "ECHO");
      client.sendBytes(Arrays.copyOf(two, two.length - 1));
      engine.awaitEntered();
      // Longer than either time has passed when a connection that began later has gone idle.
      clock.assertClosed();
      try (TestClient later = endpoint.connect()) {
        later.assertClosed();
      }

      engine.release();

      assertThat(client.receive()).isEqualTo("PAY:Alive");
      client.sendBytes(two[two.length - 1]);
      assertThat(client.receive()).isEqualTo("ECHO:Alive");
    }
  }

  @Test
  void closesOnAPeerThatDoesNotTakeItsAnswers() throws Exception {
    endpoint.start(EndpointHarness.limits(LONG, SHORT));
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4_096);
      socket.connect(new InetSocketAddress("127.0.0.1", endpoint.port()));
      byte[] request = TestClient.frames("BIG");
      for (int i = 0; i < 1_000; i++) {
        socket.getOutputStream().write(request);
      }

      endpoint.awaitCount(Fault.ANSWER_NOT_TAKEN, 1);
    }
  }

  @Test
  void closesConnectionsBeyondTheLimit() throws Exception {
    endpoint.start(new Limits(2, 200, LONG, LONG, 4, 3));
    try (TestClient first = endpoint.connect();
        TestClient second = endpoint.connect()) {
      first.ask("ECHO");
      second.ask("ECHO");

      try (TestClient third = endpoint.connect()) {
        third.assertClosed();
      }
      endpoint.awaitCount(Fault.CONNECTION_LIMIT, 1);

      first.close();
      EndpointHarness.await("a place", () -> endpoint.statistics.connections() == 1);
      try (TestClient fourth = endpoint.connect()) {
        assertThat(fourth.ask("ECHO")).isEqualTo("ECHO:Alive");
      }
      assertThat(second.ask("ECHO")).isEqualTo("ECHO:Alive");
    }
  }

  @Test
  void anAdaptersBugHarmsNobodyElse() throws Exception {
    endpoint.start();
    try (TestClient bystander = endpoint.connect();
        TestClient client = endpoint.connect()) {
      bystander.ask("ECHO");
      client.send("BUG");
      client.assertClosed();
      assertThat(bystander.ask("ECHO")).isEqualTo("ECHO:Alive");
    }
    endpoint.awaitCount(Fault.ADAPTER_FAILED, 1);
  }

  @Test
  void aSloppyAdapterDoesNotSkipTheCode() throws Exception {
    endpoint.start();
    try (TestClient client = endpoint.connect()) {
      assertThat(client.ask("SLOPPY")).isEqualTo("SLOPPY:BAD_MAC");
      assertThat(client.ask("PAY")).isEqualTo("PAY:Alive");
    }
  }

  @Test
  void closesAfterTooManyBadFramesInARow() throws Exception {
    endpoint.start();
    try (TestClient client = endpoint.connect()) {
      assertThat(client.ask("ANSWERED")).isEqualTo("SORRY");
      assertThat(client.ask("ANSWERED")).isEqualTo("SORRY");
      assertThat(client.ask("ECHO")).as("begins the count anew").isEqualTo("ECHO:Alive");
      assertThat(client.ask("ANSWERED")).isEqualTo("SORRY");
      assertThat(client.ask("ANSWERED")).isEqualTo("SORRY");
      assertThat(client.ask("ANSWERED")).isEqualTo("SORRY");
      client.assertClosed();
    }
    endpoint.awaitCount(Fault.BAD_FRAME_LIMIT, 1);
  }

  @Test
  void readsNothingWhileAFrameIsHandled() throws Exception {
    endpoint.start();
    EngineStop engine = endpoint.holdEngine();
    try (SocketChannel channel =
            SocketChannel.open(new InetSocketAddress("127.0.0.1", endpoint.port()));
        Selector selector = Selector.open()) {
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_WRITE);
      ByteBuffer frames = ByteBuffer.wrap(TestClient.frames("PAY"));
      long written = 0;
      while (selector.select(500) > 0) {
        selector.selectedKeys().clear();
        if (!frames.hasRemaining()) {
          frames.clear();
        }
        written += channel.write(frames);
        assertThat(written).as("bytes taken").isLessThan(64L << 20);
      }

      assertThat(endpoint.statistics.frames()).isOne();
      engine.release();
      EndpointHarness.await("goes on", () -> endpoint.statistics.frames() > 10);
    }
  }

  @Test
  void handlesManyConnectionsWithFewWorkers() throws Exception {
    endpoint.start(new Limits(20, 200, LONG, LONG, 2, 3));
    TestClient[] clients = new TestClient[20];
    for (int i = 0; i < clients.length; i++) {
      clients[i] = endpoint.connect();
    }
    for (TestClient client : clients) {
      client.send("PAY", "ECHO");
    }
    for (TestClient client : clients) {
      assertThat(client.receive()).isEqualTo("PAY:Alive");
      assertThat(client.receive()).isEqualTo("ECHO:Alive");
      client.close();
    }
    assertThat(endpoint.statistics.refused()).isEmpty();
  }

  @Test
  void stopsAfterTheFrameUnderWay() throws Exception {
    endpoint.start();
    EngineStop engine = endpoint.holdEngine();
    try (TestClient busy = endpoint.connect();
        TestClient idle = endpoint.connect()) {
      idle.ask("ECHO");
      busy.send("PAY", "ECHO");
      engine.awaitEntered();
      int port = endpoint.port();

      CompletableFuture<Void> stopped = CompletableFuture.runAsync(endpoint::stop);
      idle.assertClosed();
      // The selector lets go of the port a moment after it was closed.
      EndpointHarness.await("nobody gets in", () -> isRefused(port));
      assertThat(stopped).isNotDone();

      engine.release();
      assertThat(busy.receive()).isEqualTo("PAY:Alive");
      busy.assertClosed();
      stopped.get(10, TimeUnit.SECONDS);
    }
  }

  private static boolean isRefused(int port) {
    try {
      new Socket("127.0.0.1", port).close();
      return false;
    } catch (ConnectException e) {
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void doesNotWaitForeverForAFrameUnderWay() throws Exception {
    endpoint.start(EndpointHarness.limits(), SHORT, null);
    EngineStop engine = endpoint.holdEngine();
    try (TestClient client = endpoint.connect()) {
      client.send("PAY");
      engine.awaitEntered();

      CompletableFuture<Void> stopped = CompletableFuture.runAsync(endpoint::stop);
      client.assertClosed();
      engine.release();
      stopped.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void listensAgainOnTheSamePortAtOnce() throws Exception {
    endpoint.start();
    int port = endpoint.port();
    try (TestClient client = endpoint.connect()) {
      client.ask("ECHO");
      endpoint.stop();
      FrameServer next =
          endpoint.server(
              EndpointHarness.settings("next", port, EndpointHarness.limits(), LONG), null);
      next.start();
      try (TestClient again = new TestClient(port)) {
        assertThat(again.ask("ECHO")).isEqualTo("ECHO:Alive");
      } finally {
        next.stop();
      }
    }
  }

  @Test
  void refusesAPortInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      FrameServer server =
          endpoint.server(
              EndpointHarness.settings(
                  "taken", taken.getLocalPort(), EndpointHarness.limits(), LONG),
              null);

      assertThatThrownBy(server::start)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("pid~taken")
          .hasMessageContaining("port")
          .hasMessageContaining(String.valueOf(taken.getLocalPort()));
      EndpointHarness.await("no thread left", () -> EndpointHarness.threads("taken") == 0);
    }
  }

  private static boolean isOpen(TestClient client) throws Exception {
    try {
      client.assertClosed();
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    }
  }
}
