package org.gridtill.benchmarks.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaywardTerminalsTest {

  private static final int FRAMES = 3;

  private final CountDownLatch connections = new CountDownLatch(2);

  @Test
  void aConnectionThatEndsAtOnceIsToldFromAnAnswer() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread platform = new Thread(() -> serve(server));
      platform.start();
      WaywardTerminals terminals =
          new WaywardTerminals(server.getLocalPort(), 1, Duration.ZERO, Duration.ofDays(1));
      terminals.start((terminal, trace) -> "frame " + trace);
      assertThat(connections.await(30, TimeUnit.SECONDS)).isTrue();
      server.close();
      terminals.stop();
      platform.join();
      assertThat(terminals.answered()).isGreaterThanOrEqualTo(FRAMES);
      assertThat(terminals.turnedAwayAfter()).isPresent();
    }
  }

  /** Answers some frames of each connection, and closes it at the next. */
  private void serve(ServerSocket server) {
    while (true) {
      try (Socket socket = server.accept()) {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        for (int i = 0; i < FRAMES; i++) {
          in.skipNBytes(in.readUnsignedShort());
          socket.getOutputStream().write(new byte[] {0, 2, 'O', 'K'});
        }
        in.skipNBytes(in.readUnsignedShort());
        connections.countDown();
      } catch (IOException e) {
        if (server.isClosed()) {
          return;
        }
        throw new UncheckedIOException(e);
      }
    }
  }
}
