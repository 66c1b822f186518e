package org.gridtill.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.gateway.EndpointSettings.Limits;

/** An endpoint on a free port, in front of a fake adapter and a fake platform. */
final class EndpointHarness implements AutoCloseable {

  static final Duration DEADLINE = Duration.ofSeconds(10);

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final AtomicInteger COUNT = new AtomicInteger();

  final FakePlatform platform = new FakePlatform();
  final EndpointStatistics statistics = new EndpointStatistics();
  private final String name = "test-" + COUNT.incrementAndGet();
  private FrameServer server;

  /** More than any other test asks for. */
  private static final AddressLimits WIDE = new AddressLimits(1_000, 1_000, 100_000, Set.of());

  /** Stands still unless a test moves it. */
  final AtomicLong nanoTime = new AtomicLong();

  static Limits limits() {
    return new Limits(20, 200, LONG, LONG, 4, 3);
  }

  static Limits limits(Duration idle, Duration frame) {
    return new Limits(20, 200, idle, frame, 4, 3);
  }

  static EndpointSettings settings(String name, int port, Limits limits, Duration stopTime) {
    return new EndpointSettings(
        "pid~" + name,
        name,
        "fake",
        "127.0.0.1",
        port,
        null,
        limits,
        WIDE,
        stopTime,
        Duration.ofSeconds(1));
  }

  EndpointHarness start() {
    return start(limits(), LONG, null);
  }

  EndpointHarness start(Limits limits) {
    return start(limits, LONG, null);
  }

  EndpointHarness start(Limits limits, Duration stopTime, SslContext tls) {
    server = server(settings(name, 0, limits, stopTime), tls);
    server.start();
    return this;
  }

  EndpointHarness start(AddressLimits addresses) {
    server = server(settings(name, 0, limits(), LONG), null, addresses, nanoTime::get);
    server.start();
    return this;
  }

  FrameServer server(EndpointSettings settings, SslContext tls) {
    return server(settings, tls, settings.addressLimits(), System::nanoTime);
  }

  private FrameServer server(
      EndpointSettings settings, SslContext tls, AddressLimits addresses, LongSupplier clock) {
    FakeAdapter adapter = new FakeAdapter();
    FaultLog log =
        new FaultLog(name, statistics, new LogThrottle(Duration.ofSeconds(1), System::nanoTime));
    FrameProcessor processor =
        new FrameProcessor(
            "fake",
            new AdapterLine(new DirectGate(() -> Optional.of(adapter))),
            platform,
            statistics,
            log);
    return new FrameServer(
        settings, tls, processor, statistics, log, new Addresses(addresses, clock));
  }

  int port() {
    return server.port();
  }

  /** Connects from another address of this machine, 127.0.0.2 say. */
  TestClient connectFrom(String address) throws Exception {
    InetAddress here = InetAddress.getByName("127.0.0.1");
    return new TestClient(new Socket(here, port(), InetAddress.getByName(address), 0));
  }

  TestClient connect() throws Exception {
    return new TestClient(port());
  }

  void stop() {
    server.stop();
    server = null;
  }

  @Override
  public void close() {
    if (server != null) {
      stop();
    }
  }

  /** Makes the engine wait. */
  EngineStop holdEngine() {
    EngineStop stop = new EngineStop();
    platform.engine =
        request -> {
          stop.entered.countDown();
          stop.await(stop.released);
          return new Reply.Alive(FakePlatform.NOW);
        };
    return stop;
  }

  void awaitCount(Fault fault, long count) {
    await(fault + " " + count + " times", () -> statistics.count(fault) == count);
  }

  void awaitNoThreads() {
    await("no thread left", () -> threads(name) == 0);
  }

  static long threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("gridtill-gateway-" + name + "-"))
        .count();
  }

  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for: " + what).isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** A point at which the engine waits until the test lets it go on. */
  static final class EngineStop {

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    void awaitEntered() {
      await(entered);
    }

    void release() {
      released.countDown();
    }

    private void await(CountDownLatch latch) {
      try {
        assertThat(latch.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
