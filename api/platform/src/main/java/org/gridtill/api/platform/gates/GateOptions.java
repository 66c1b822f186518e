package org.gridtill.api.platform.gates;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What a gate is for, and its limits.
 *
 * @param type the adapter's type
 * @param user whom the gate belongs to, for logs, lists and names of threads
 * @param adapter the name of the only adapter to let in; empty for the best that is there
 * @param calls how many calls may be under way; one that is given up and does not come back counts
 * @param threads how many of them run at once; the others wait, within the time they have
 * @param callTime how long a call may take
 * @param drainTime how long an adapter that is removed is waited for, before its calls are given up
 * @param pause how long no call is made once half of the calls have failed
 * @param failed which ends of calls count as a failure of the adapter, even among others that are
 *     good; asked with a result, with what the adapter threw, or with an {@link
 *     AdapterTimeoutException}. If nothing but errors is heard of it, that counts in any case
 * @param changed is run after an adapter has come or gone
 * @param takesLeave whether the adapter that leaves without a successor is kept for a while, for
 *     {@link Gate#farewell}
 */
public record GateOptions<S>(
    Class<S> type,
    String user,
    String adapter,
    int calls,
    int threads,
    Duration callTime,
    Duration drainTime,
    Duration pause,
    Predicate<Object> failed,
    Runnable changed,
    boolean takesLeave) {

  private static final Duration PAUSE = Duration.ofSeconds(5);

  /**
   * Checks them.
   *
   * @throws IllegalArgumentException if a limit makes no sense
   */
  public GateOptions {
    Objects.requireNonNull(type);
    Objects.requireNonNull(user);
    Objects.requireNonNull(adapter);
    Objects.requireNonNull(failed);
    Objects.requireNonNull(changed);
    if (calls < 1 || threads < 1 || !isLong(callTime) || !isLong(drainTime) || !isLong(pause)) {
      throw new IllegalArgumentException("the limits of gate " + user + " must be more than zero");
    }
  }

  private static boolean isLong(Duration time) {
    return !time.isNegative() && !time.isZero();
  }

  /** Options for any adapter; what it throws, and time-outs, are failures. */
  public static <S> GateOptions<S> of(
      Class<S> type, String user, int calls, Duration callTime, Duration drainTime) {
    return new GateOptions<>(
        type,
        user,
        "",
        calls,
        calls,
        callTime,
        drainTime,
        PAUSE,
        Throwable.class::isInstance,
        () -> {},
        false);
  }

  /** The same for one adapter only. */
  public GateOptions<S> onlyFor(String name) {
    return new GateOptions<>(
        type, user, name, calls, threads, callTime, drainTime, pause, failed, changed, takesLeave);
  }

  /** The same with fewer threads than calls, for an adapter that only computes. */
  public GateOptions<S> onThreads(int most) {
    return new GateOptions<>(
        type, user, adapter, calls, most, callTime, drainTime, pause, failed, changed, takesLeave);
  }

  /** The same with a rule of failure, and how long the adapter is then left alone. */
  public GateOptions<S> failing(Predicate<Object> ends, Duration newPause) {
    return new GateOptions<>(
        type,
        user,
        adapter,
        calls,
        threads,
        callTime,
        drainTime,
        newPause,
        ends,
        changed,
        takesLeave);
  }

  /** The same with somebody who is told when an adapter has come or gone. */
  public GateOptions<S> telling(Runnable task) {
    return new GateOptions<>(
        type, user, adapter, calls, threads, callTime, drainTime, pause, failed, task, takesLeave);
  }

  /** The same for callers that the last adapter may refuse in their protocol after it has gone. */
  public GateOptions<S> takingLeave() {
    return new GateOptions<>(
        type, user, adapter, calls, threads, callTime, drainTime, pause, failed, changed, true);
  }
}
