package org.gridtill.gates;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.gridtill.api.platform.gates.AdapterCall;
import org.gridtill.api.platform.gates.AdapterException;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.AdapterShare;
import org.gridtill.api.platform.gates.AdapterUnavailableException;
import org.gridtill.api.platform.gates.Gate;
import org.gridtill.api.platform.gates.GateOptions;
import org.gridtill.api.platform.gates.GateStatus;
import org.gridtill.api.platform.gates.Route;

/**
 * A gate, apart from where its adapters come from. Its lock decides who is in and who is out, and
 * is never held while an adapter's code runs. Safe for use by several threads.
 *
 * @param <K> what tells adapters apart; the greatest is called
 */
final class Passage<K extends Comparable<? super K>, S> implements Gate<S> {

  private final GateOptions<S> options;
  private final Duration patience;
  private final Watch watch;
  private final Supplier<Optional<AdapterShare>> share;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<K, Tenant<S>> present = new HashMap<>();
  private final List<Tenant<S>> past = new ArrayList<>();
  private int waiting;
  private boolean closed;

  /** Whether there has been an adapter, so that there is reason to wait for the next. */
  private boolean known;

  /** When the last adapter went, by {@link System#nanoTime}. */
  private long goneSince;

  /**
   * A gate without an adapter.
   *
   * @param patience how long the next adapter is waited for, from when the last one went
   * @param watch gives up calls for which nobody waits
   * @param share tells whether a version has a share; asked for each call
   */
  Passage(
      GateOptions<S> options,
      Duration patience,
      Watch watch,
      Supplier<Optional<AdapterShare>> share) {
    this.options = options;
    this.patience = patience;
    this.watch = watch;
    this.share = share;
  }

  @Override
  public Optional<AdapterInfo> adapter(Route route) {
    return locked(() -> Optional.ofNullable(choice().of(route, present.values())))
        .map(Tenant::info);
  }

  @Override
  public List<AdapterInfo> serving() {
    return locked(() -> choice().serving()).stream().map(Tenant::info).toList();
  }

  private <T> T locked(Supplier<T> question) {
    lock.lock();
    try {
      return question.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * An adapter has come. It is checked here, on its own thread, while others go on being called.
   *
   * @return why it is not fit; empty if it is called from now on
   */
  String arrive(K key, S service, AdapterInfo info) {
    Tenant<S> tenant = new Tenant<>(service, info, options, watch);
    tenant.check();
    lock.lock();
    try {
      present.put(key, tenant);
      known |= !tenant.isRefused();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    options.changed().run();
    return tenant.isRefused() ? tenant.trouble() : "";
  }

  /** An adapter goes: nobody is let in to it any more; returns when those inside have left. */
  void leave(K key) {
    Tenant<S> tenant;
    lock.lock();
    try {
      tenant = present.remove(key);
      if (tenant == null) {
        return;
      }
      tenant.close();
      past.removeIf(Tenant::isEmpty);
      past.add(tenant);
      if (!tenant.isRefused() && choice().isNobody()) {
        goneSince = System.nanoTime();
      }
    } finally {
      lock.unlock();
    }
    options.changed().run();
    tenant.drain();
    locked(() -> past.removeIf(Tenant::isEmpty));
  }

  private Choice<S> choice() {
    return Choice.of(present, share.get());
  }

  @Override
  public <T> T call(String operation, Route route, AdapterCall<S, T> code) throws AdapterException {
    GatedCall<S, T> call;
    lock.lock();
    try {
      if (choice().isNobody()) {
        awaitNext();
      }
      call = admit(operation, route, code);
    } finally {
      lock.unlock();
    }
    call.tenant().start(call);
    return Outcomes.await(call, options.callTime());
  }

  @Override
  public <T> CompletionStage<T> begin(String operation, AdapterCall<S, T> code) {
    GatedCall<S, T> call;
    lock.lock();
    try {
      call = admit(operation, Route.UNKNOWN, code);
    } catch (AdapterUnavailableException e) {
      return CompletableFuture.failedFuture(e);
    } finally {
      lock.unlock();
    }
    watch(call);
    call.tenant().start(call);
    return call.outcome();
  }

  /** An adapter is not to blame for the time that the platform takes. */
  private void watch(GatedCall<S, ?> call) {
    Runnable alarm =
        watch.after(
            options.callTime(),
            () -> {
              if (call.isSheltered()) {
                watch(call);
              } else {
                call.giveUpAfter(options.callTime());
              }
            });
    call.outcome().whenComplete((result, error) -> alarm.run());
  }

  private <T> GatedCall<S, T> admit(String operation, Route route, AdapterCall<S, T> code)
      throws AdapterUnavailableException {
    Tenant<S> tenant = closed ? null : choice().of(route, present.values());
    if (tenant == null) {
      throw absent();
    }
    return tenant.admit(operation, code);
  }

  /**
   * Waits for the next adapter. So many may wait as may call; of more the last would be too late.
   */
  private void awaitNext() throws AdapterUnavailableException {
    if (waiting >= options.calls()) {
      throw absent();
    }
    waiting++;
    try {
      long left = left();
      while (left > 0 && !closed && choice().isNobody()) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw absent();
    } finally {
      waiting--;
    }
  }

  private long left() {
    return closed || !known ? 0 : patience.toNanos() - (System.nanoTime() - goneSince);
  }

  private AdapterUnavailableException absent() {
    String name = options.adapter().isEmpty() ? "" : ' ' + options.adapter();
    return new AdapterUnavailableException("no adapter" + name + " for " + options.user());
  }

  @Override
  public void close() {
    List<K> keys;
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      keys = List.copyOf(present.keySet());
    } finally {
      lock.unlock();
    }
    keys.forEach(this::leave);
  }

  /** Returns how its adapters do, also those that are gone and of which calls are left. */
  List<GateStatus> status() {
    lock.lock();
    try {
      past.removeIf(Tenant::isEmpty);
      List<Tenant<S>> all = new ArrayList<>(present.values());
      all.addAll(past);
      Choice<S> choice = choice();
      return choice.isNobody()
          ? choice.statuses(all, waiting, options.user(), absent().getMessage())
          : choice.statuses(all, waiting);
    } finally {
      lock.unlock();
    }
  }
}
