package org.gridtill.benchmarks.adapters;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Peers at many addresses of this machine, each of which sends malformed frames, one a connection.
 * So many addresses that the limits of one do not come into it: what is measured is what a frame
 * costs that gets through to a parser.
 */
final class HostilePeers {

  private static final int THREADS = 8;
  private static final int ADDRESSES = 250;
  private static final int PATIENCE_MILLIS = 30_000;

  private final int port;
  private final MalformedFrames frames;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger resets = new AtomicInteger();

  HostilePeers(int port, MalformedFrames frames) {
    this.port = port;
    this.frames = frames;
  }

  /** Sends that many, and returns when that was. */
  Window send(int count) throws Exception {
    long start = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        all.add(
            threads.submit(
                () -> {
                  for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                    send(InetAddress.getByName("127.0.1." + (1 + n % ADDRESSES)), frames.get(n));
                  }
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return new Window(start, System.nanoTime());
  }

  /** Returns how many connections did not end in an orderly way. */
  int resets() {
    return resets.get();
  }

  private void send(InetAddress from, byte[] bytes) {
    try (Socket socket = new Socket(InetAddress.getByName(Site.HOST), port, from, 0)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(bytes);
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      resets.incrementAndGet();
    }
  }
}
