package org.gridtill.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.gridtill.api.platform.gates.AdapterCall;
import org.gridtill.api.platform.gates.AdapterException;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.AdapterShare;
import org.gridtill.api.platform.gates.GateOptions;
import org.gridtill.api.platform.gates.GateStatus;
import org.gridtill.api.platform.gates.Route;

/** A gate with adapters that are words, callers on threads, and what they can be held up with. */
final class Stage implements AutoCloseable {

  static final Duration LONG = Duration.ofSeconds(50);
  static final Duration FAREWELL = Duration.ofSeconds(100);
  static final Duration SHORT = Duration.ofMillis(500);

  final MovingClock clock = new MovingClock();
  final CountDownLatch release = new CountDownLatch(1);
  final Passage<Integer, String> gate;

  /** What a version has of the terminals; null for nothing. */
  volatile AdapterShare share;

  private final Watch watch;
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final List<Passage<?, ?>> gates = new ArrayList<>();

  Stage(int calls, Duration callTime, Duration drainTime, Duration patience) {
    this(options(calls, callTime, drainTime), patience);
  }

  Stage(GateOptions<String> options, Duration patience) {
    this(options, patience, FAREWELL);
  }

  Stage(GateOptions<String> options, Duration patience, Duration farewell) {
    watch = new Watch(clock);
    gate = new Passage<>(options, patience, farewell, watch, () -> Optional.ofNullable(share));
    gates.add(gate);
  }

  static GateOptions<String> options(int calls, Duration callTime, Duration drainTime) {
    return GateOptions.of(String.class, "test", calls, callTime, drainTime)
        .failing(end -> end instanceof Throwable || end.equals("bad"), Duration.ofSeconds(5));
  }

  Clock clock() {
    return clock;
  }

  /** An adapter of that name and number comes; the greatest number is called. */
  Stage with(int number, String name) {
    gate.arrive(
        number, name, new AdapterInfo(name, "us", "b", number, "1." + number + ".0", Map.of()));
    return this;
  }

  String ask() throws AdapterException {
    return gate.call("ask", (adapter, context) -> adapter);
  }

  /** Asks for a terminal. */
  String ask(String terminal) throws AdapterException {
    return ask(Route.of(terminal));
  }

  String ask(Route route) throws AdapterException {
    return gate.call("ask", route, (adapter, context) -> adapter);
  }

  /** Begins a call on a thread, and returns when it is inside. */
  Future<String> inside(AdapterCall<String, String> then) {
    CountDownLatch entered = new CountDownLatch(1);
    Future<String> end =
        later(
            () ->
                gate.call(
                    "stay",
                    (adapter, context) -> {
                      entered.countDown();
                      return then.run(adapter, context);
                    }));
    await(entered);
    return end;
  }

  /** Stays until it is released. */
  String stay(String adapter) throws InterruptedException {
    release.await();
    return adapter;
  }

  /** Stays until it is released, whatever is done to it. */
  String stayStubbornly(String adapter) {
    boolean interrupted = false;
    while (true) {
      try {
        release.await();
        return adapter;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }

  <T> Future<T> later(Callable<T> task) {
    return callers.submit(task);
  }

  GateStatus status() {
    return gate.status().get(0);
  }

  static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static <T> T get(Future<T> future) throws Exception {
    return future.get(30, TimeUnit.SECONDS);
  }

  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for: " + what).isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() {
    release.countDown();
    gates.forEach(Passage::close);
    callers.shutdownNow();
    watch.close();
  }
}
