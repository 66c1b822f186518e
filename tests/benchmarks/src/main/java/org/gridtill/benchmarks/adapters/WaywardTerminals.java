package org.gridtill.benchmarks.adapters;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Terminals of an adapter that misbehaves. Each sends a frame, waits for its end, which is an
 * answer or the end of the connection, and sends again.
 */
final class WaywardTerminals {

  private static final int TIMEOUT_MILLIS = 20_000;
  private static final int TERMINALS_TRACES = 1_000_000;

  private static final long RECONNECT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final int port;
  private final int count;
  private final long pauseNanos;
  private final long atOnceNanos;
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong turnedAway = new AtomicLong(Long.MAX_VALUE);
  private final ExecutorService threads;
  private volatile boolean over;
  private volatile long start;

  /**
   * Terminals that have not connected yet.
   *
   * @param pause what each leaves between the end of a frame and its next
   * @param atOnce sooner than this nobody has waited for the adapter: its circuit is open
   */
  WaywardTerminals(int port, int count, Duration pause, Duration atOnce) {
    this.port = port;
    this.count = count;
    pauseNanos = pause.toNanos();
    atOnceNanos = atOnce.toNanos();
    threads = Executors.newFixedThreadPool(count);
  }

  /** What a terminal sends; both are counted, from 1 and from 0. */
  interface Frame {
    String of(int terminal, int trace);
  }

  void start(Frame frame) {
    start = System.nanoTime();
    for (int i = 1; i <= count; i++) {
      int terminal = i;
      threads.execute(() -> run(terminal, frame));
    }
  }

  /** Ends all; returns once nobody sends any more. */
  void stop() throws InterruptedException {
    over = true;
    threads.shutdown();
    if (!threads.awaitTermination(2L * TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("terminals do not end");
    }
  }

  /** Returns how many frames were answered. */
  long answered() {
    return answered.get();
  }

  /** Returns after how long one was turned away at once, in nanoseconds; empty if none was. */
  OptionalLong turnedAwayAfter() {
    long at = turnedAway.get();
    return at == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(at);
  }

  private void run(int terminal, Frame frame) {
    int trace = 0;
    while (!over) {
      try (Socket socket = new Socket()) {
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(Site.HOST, port), TIMEOUT_MILLIS);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        while (!over) {
          long sent = System.nanoTime();
          boolean answer = exchange(socket, frame.of(terminal, trace++ % TERMINALS_TRACES));
          note(sent, answer);
          if (!answer) {
            break;
          }
          LockSupport.parkNanos(pauseNanos);
        }
      } catch (IOException e) {
        // It connects again; how others do meanwhile is what counts.
        LockSupport.parkNanos(RECONNECT_NANOS);
      }
      LockSupport.parkNanos(pauseNanos);
    }
  }

  private void note(long sent, boolean answer) {
    long now = System.nanoTime();
    if (answer) {
      answered.incrementAndGet();
    } else if (now - sent < atOnceNanos) {
      turnedAway.accumulateAndGet(now - start, Math::min);
    }
  }

  /** Returns whether there was an answer; otherwise the connection has ended. */
  private static boolean exchange(Socket socket, String text) throws IOException {
    byte[] frame = text.getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[2 + frame.length];
    whole[0] = (byte) (frame.length >> 8);
    whole[1] = (byte) frame.length;
    System.arraycopy(frame, 0, whole, 2, frame.length);
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.write(whole);
    DataInputStream in = new DataInputStream(socket.getInputStream());
    int high = in.read();
    if (high < 0) {
      return false;
    }
    in.skipNBytes(high << 8 | in.readUnsignedByte());
    return true;
  }
}
