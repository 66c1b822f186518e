package org.gridtill.gates;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.gridtill.api.adapter.SelfCheck;
import org.gridtill.api.platform.gates.AdapterCall;
import org.gridtill.api.platform.gates.AdapterException;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.AdapterTimeoutException;
import org.gridtill.api.platform.gates.AdapterUnavailableException;
import org.gridtill.api.platform.gates.GateOptions;
import org.gridtill.api.platform.gates.GateStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One version of an adapter behind a gate, with threads and failures of its own: what an old
 * version left on its threads ends with them, and a new one is not blamed for it. A thread that
 * does not come back keeps its place.
 */
final class Tenant<S> {

  private static final Logger LOG = LoggerFactory.getLogger(Tenant.class);
  private static final Duration CHECK = Duration.ofSeconds(2);

  private static final Duration IDLE = Duration.ofSeconds(60);

  /** How long threads that were interrupted get to leave the adapter's code. */
  private static final Duration LEAVE = Duration.ofMillis(500);

  private final S service;
  private final AdapterInfo info;
  private final GateOptions<S> options;
  private final Semaphore places;
  private final Circuit circuit;
  private final Watch watch;
  private final ThreadPoolExecutor threads;
  private final Set<GatedCall<S, ?>> underWay = ConcurrentHashMap.newKeySet();
  private final CountDownLatch empty = new CountDownLatch(1);
  private final AtomicLong made = new AtomicLong();
  private volatile boolean leaving;
  private volatile boolean refused;
  private volatile String trouble = "";

  Tenant(S service, AdapterInfo info, GateOptions<S> options, Watch watch) {
    this.watch = watch;
    this.service = service;
    this.info = info;
    this.options = options;
    places = new Semaphore(options.calls());
    circuit = new Circuit(info.name(), options.pause(), options.failed(), watch.clock());
    AtomicInteger count = new AtomicInteger();
    String name = "gridtill-gate-" + options.user() + '-' + info.version() + '-';
    threads =
        new ThreadPoolExecutor(
            options.threads(),
            options.threads(),
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, name + count.incrementAndGet());
              thread.setDaemon(true);
              // Not that of whoever calls first.
              thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  S service() {
    return service;
  }

  AdapterInfo info() {
    return info;
  }

  Circuit circuit() {
    return circuit;
  }

  Shelter shelter() {
    return watch.shelter();
  }

  String trouble() {
    return trouble;
  }

  /** Notes what went wrong, as text only: an exception would keep the adapter's classes. */
  void trouble(String words) {
    trouble = words;
  }

  /** Checks whether the adapter is fit, on a thread of its own. */
  void check() {
    if (!(service instanceof SelfCheck checking)) {
      return;
    }
    GatedCall<S, Optional<String>> call =
        new GatedCall<>(this, "its self-check", (s, c) -> checking.selfCheck(), circuit.now());
    underWay.add(call);
    places.acquireUninterruptibly();
    start(call);
    String wrong;
    try {
      Optional<String> found = Outcomes.await(call, CHECK);
      wrong = found == null ? "its self-check returned null" : found.orElse("");
    } catch (AdapterException e) {
      wrong = e.getCause() == null ? e.getMessage() : "its self-check failed: " + e.getCause();
    }
    if (!wrong.isEmpty()) {
      refused = true;
      trouble = wrong;
      LOG.error("Adapter {} of bundle {} is not fit: {}", info, info.bundle(), wrong);
    }
  }

  boolean isRefused() {
    return refused;
  }

  /**
   * Lets a call in, which is to be started then. While it is leaving the gate lets nobody in, but
   * for a farewell.
   *
   * @throws AdapterUnavailableException if it makes no call now
   */
  <T> GatedCall<S, T> admit(String operation, AdapterCall<S, T> code)
      throws AdapterUnavailableException {
    if (!circuit.tryEnter(underWay.size(), overdue())) {
      throw new AdapterUnavailableException(
          "adapter " + info + " fails too often and is tried again soon");
    }
    if (!places.tryAcquire()) {
      notBegun(circuit.now());
      throw new AdapterUnavailableException("too many calls of adapter " + info + " are under way");
    }
    GatedCall<S, T> call = new GatedCall<>(this, operation, code, circuit.now());
    underWay.add(call);
    made.incrementAndGet();
    return call;
  }

  /** How many callers wait for longer than is good; of a call that is given up it is known. */
  private int overdue() {
    if (underWay.size() < Circuit.FEWEST_CALLS) {
      return 0;
    }
    long limit = circuit.now() - Circuit.WINDOW.toMillis();
    return (int) underWay.stream().filter(call -> call.start() <= limit && !call.isStuck()).count();
  }

  void start(GatedCall<S, ?> call) {
    try {
      threads.execute(call);
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.error("No thread for a call of adapter {}", info, e);
      call.giveUp("has no thread");
      left(call);
    }
  }

  /** A call was given up before it began; it need not wait for a thread any more. */
  void withdraw(GatedCall<S, ?> call) {
    if (threads.remove(call)) {
      left(call);
    }
  }

  /**
   * A call was given up and its thread interrupted; sees to it that the thread ends, if it loops.
   */
  void evict(GatedCall<S, ?> call) {
    ClassLoader own = service.getClass().getClassLoader();
    if (own != null) {
      new Eviction(watch, call, own).begin();
    }
  }

  /** A call's thread has left the adapter. */
  void left(GatedCall<S, ?> call) {
    if (underWay.remove(call)) {
      places.release();
    }
    if (leaving && underWay.isEmpty()) {
      empty.countDown();
    }
  }

  /** Called under the gate's lock, so that no call is let in afterwards. */
  void close() {
    leaving = true;
    if (underWay.isEmpty()) {
      empty.countDown();
    }
  }

  /** Waits for the calls under way, so long and no longer; then gives up those that are left. */
  void drain() {
    if (!await(options.drainTime())) {
      LOG.warn(
          "Adapter {} of {} goes with {} calls under way, which are given up",
          info,
          options.user(),
          underWay.size());
      underWay.forEach(call -> call.giveUp("was removed before it gave an answer"));
      await(LEAVE);
    }
  }

  /** Nobody is let in any more, and its threads end when they are done. */
  void end() {
    threads.shutdown();
  }

  private boolean await(Duration time) {
    try {
      return empty.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private int stuck() {
    return (int) underWay.stream().filter(GatedCall::isStuck).count();
  }

  /**
   * A call did not begin. That says nothing about the adapter that its slow calls do not say
   * themselves, unless no thread comes back from it: then there will be no slow calls any more.
   */
  void notBegun(long start) {
    if (stuck() >= options.threads()) {
      circuit.failed(start, new AdapterTimeoutException("adapter " + info + " holds all threads"));
    } else {
      circuit.giveBack();
    }
  }

  boolean isEmpty() {
    return underWay.isEmpty();
  }

  GateStatus status(boolean serving, String part, int waiting) {
    GateStatus.State state = serving ? GateStatus.State.SERVING : GateStatus.State.STANDBY;
    if (leaving) {
      state = GateStatus.State.LEAVING;
    } else if (refused) {
      state = GateStatus.State.REFUSED;
    }
    return new GateStatus(
        options.user(),
        info,
        state,
        part,
        made.get(),
        underWay.size(),
        stuck(),
        waiting,
        circuit.state(),
        trouble);
  }
}
