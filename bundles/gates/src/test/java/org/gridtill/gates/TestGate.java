package org.gridtill.gates;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridtill.api.adapter.GridTillAdapter;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.AdapterShare;
import org.gridtill.api.platform.gates.Gate;
import org.gridtill.api.platform.gates.GateOptions;
import org.gridtill.api.platform.gates.GateStatus;
import org.gridtill.api.platform.gates.Gates;

/**
 * The real gate for tests of bundles that use one, without a framework: a test lets adapters come
 * and go, and calls that are only begun are given up when it says so. It is the {@link Gates} for
 * what opens the gate itself.
 */
public final class TestGate<S> implements Gates {

  private static final Duration FAREWELL = Duration.ofSeconds(100);

  private final AtomicInteger count = new AtomicInteger();
  private final MovingClock clock = new MovingClock();
  private final Bell watch = new Bell(clock);
  private Passage<Integer, S> passage;
  private volatile Optional<AdapterShare> share = Optional.empty();

  /** A gate that is opened later. */
  public TestGate() {}

  /** A gate that is open, without an adapter. */
  public TestGate(GateOptions<S> options) {
    open(options);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> Gate<T> open(GateOptions<T> options) {
    passage =
        new Passage<>((GateOptions<S>) options, Duration.ofNanos(1), FAREWELL, watch, () -> share);
    return (Gate<T>) passage;
  }

  /** Returns the gate that is open. */
  public Gate<S> gate() {
    return passage;
  }

  @Override
  public String diagnosis(long bundleId) {
    throw new UnsupportedOperationException("there are no bundles");
  }

  @Override
  public void note(long bundleId, String words) {
    throw new UnsupportedOperationException("there are no bundles");
  }

  /** An adapter comes, which is better than those before it. */
  public int arrive(S service, Map<String, Object> properties) {
    int number = count.incrementAndGet();
    String name = String.valueOf(properties.get(GridTillAdapter.ADAPTER));
    passage.arrive(
        number,
        service,
        new AdapterInfo(name, "us", "b", number, "1." + number + ".0", properties));
    return number;
  }

  /** The adapter of that number goes. */
  public void leave(int number) {
    passage.leave(number, () -> true);
  }

  /** Lets time pass for the circuit, which forgets. */
  public void pass(Duration time) {
    clock.move(time);
  }

  /** Lets the time of all calls be up that were begun. */
  public void ring() {
    watch.ring();
  }

  /** A version has a share from now on; null ends it. */
  public void share(AdapterShare given) {
    share = Optional.ofNullable(given);
  }

  @Override
  public List<GateStatus> status() {
    return passage.status();
  }

  private static final class Bell extends Watch {

    private final List<Runnable> set = new CopyOnWriteArrayList<>();

    Bell(MovingClock clock) {
      super(clock);
    }

    @Override
    Runnable after(Duration wait, Runnable task) {
      set.add(task);
      return () -> set.remove(task);
    }

    void ring() {
      List<Runnable> due = List.copyOf(set);
      set.removeAll(due);
      due.forEach(Runnable::run);
    }
  }
}
