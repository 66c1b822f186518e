package org.gridtill.gates;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
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
  private final Watch watch;
  private final Supplier<Optional<AdapterShare>> share;
  private final ReentrantLock lock = new ReentrantLock();
  private final Gap gap;
  private final Farewell<S> farewell;
  private final Map<K, Tenant<S>> present = new HashMap<>();
  private final List<Tenant<S>> past = new ArrayList<>();
  private boolean closed;

  /**
   * A gate without an adapter.
   *
   * @param patience how long the next adapter is waited for, from when the last one went
   * @param farewell how long the last adapter is kept for a farewell, from when it went
   * @param watch gives up calls for which nobody waits
   * @param share tells whether a version has a share; asked for each call
   */
  Passage(
      GateOptions<S> options,
      Duration patience,
      Duration farewell,
      Watch watch,
      Supplier<Optional<AdapterShare>> share) {
    this.options = options;
    gap = new Gap(patience, lock.newCondition());
    this.farewell = new Farewell<>(options.takesLeave() ? farewell : Duration.ZERO, watch);
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
      if (!tenant.isRefused()) {
        gap.end();
        farewell.end();
      }
      gap.look();
    } finally {
      lock.unlock();
    }
    options.changed().run();
    return tenant.isRefused() ? tenant.trouble() : "";
  }

  /**
   * An adapter goes: nobody is let in to it any more; returns when those inside have left.
   *
   * @param trusted tells, then and later, whether its code may run to take leave
   */
  void leave(K key, BooleanSupplier trusted) {
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
        gap.begin();
      }
    } finally {
      lock.unlock();
    }
    options.changed().run();
    tenant.drain();
    boolean mayTakeLeave = trusted.getAsBoolean();
    lock.lock();
    try {
      past.removeIf(Tenant::isEmpty);
      if (mayTakeLeave && !closed && !tenant.isRefused() && choice().isNobody()) {
        farewell.keep(tenant, trusted, this::endFarewell);
      } else {
        tenant.end();
      }
    } finally {
      lock.unlock();
    }
  }

  private void endFarewell() {
    lock.lock();
    try {
      farewell.end();
    } finally {
      lock.unlock();
    }
  }

  private boolean isAwaited() {
    return !closed && choice().isNobody();
  }

  private Choice<S> choice() {
    return Choice.of(present, share.get());
  }

  @Override
  public <T> T call(String operation, Route route, AdapterCall<S, T> code) throws AdapterException {
    GatedCall<S, T> call;
    lock.lock();
    try {
      if (choice().isNobody() && !gap.await(options.calls(), this::isAwaited)) {
        throw absent();
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

  @Override
  public <T> T farewell(String operation, AdapterCall<S, T> code) throws AdapterException {
    if (!locked(farewell::trusted).getAsBoolean()) {
      endFarewell();
      throw absent();
    }
    GatedCall<S, T> call;
    lock.lock();
    try {
      Tenant<S> kept = farewell.kept();
      if (kept == null) {
        throw absent();
      }
      call = kept.admit(operation, code);
      kept.start(call);
    } finally {
      lock.unlock();
    }
    return Outcomes.await(call, options.callTime());
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
      gap.look();
      farewell.end();
      keys = List.copyOf(present.keySet());
    } finally {
      lock.unlock();
    }
    keys.forEach(key -> leave(key, () -> false));
  }

  /** Returns how its adapters do, also those that are gone and of which calls are left. */
  List<GateStatus> status() {
    lock.lock();
    try {
      past.removeIf(Tenant::isEmpty);
      List<Tenant<S>> all = new ArrayList<>(present.values());
      all.addAll(past);
      if (farewell.kept() != null && !all.contains(farewell.kept())) {
        all.add(farewell.kept());
      }
      Choice<S> choice = choice();
      return choice.isNobody()
          ? choice.statuses(all, gap.waiting(), options.user(), absent().getMessage())
          : choice.statuses(all, gap.waiting());
    } finally {
      lock.unlock();
    }
  }
}
