package org.gridtill.transactions;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a slow or broken billing system from taking the platform with it. So many calls run at once
 * and no more; one that takes too long is interrupted and given up; and while half or more fail,
 * none is made but a few to try. A call that is not made is declined at once, and the terminal can
 * say so, instead of waiting for nothing.
 */
final class GuardedLine implements BillingLine, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedLine.class);
  private static final int IDLE_SECONDS = 60;
  private static final int FEWEST_CALLS = 20;
  private static final int TRIAL_CALLS = 5;

  private final ThreadPoolExecutor workers;
  private final TimeLimiter limiter;
  private final CircuitBreaker breaker;

  /**
   * Makes a line.
   *
   * @param calls how many calls may run at once
   * @param timeout how long a call may take; longer than the adapter's own time-out
   * @param pause how long no call is made once half have failed
   */
  GuardedLine(int calls, Duration timeout, Duration pause) {
    this(calls, timeout, pause, new MonotonicClock());
  }

  /** Makes a line whose pause goes by another clock. */
  GuardedLine(int calls, Duration timeout, Duration pause, Clock clock) {
    AtomicInteger count = new AtomicInteger();
    workers =
        new ThreadPoolExecutor(
            0,
            calls,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread = new Thread(task, "gridtill-billing-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    limiter = TimeLimiter.of(timeout);
    breaker =
        CircuitBreaker.of(
            "billing",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(FEWEST_CALLS)
                .minimumNumberOfCalls(FEWEST_CALLS)
                .permittedNumberOfCallsInHalfOpenState(TRIAL_CALLS)
                .waitDurationInOpenState(pause)
                .clock(clock)
                .recordResult(GuardedLine::isFailure)
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(event -> LOG.warn("The line to the billing system: {}", event));
  }

  private static boolean isFailure(Object result) {
    return result instanceof BillingResult.Unknown<?>
        || result instanceof BillingResult.Declined<?> declined
            && declined.reason() == DeclineReason.UNREACHABLE;
  }

  @Override
  public <T> BillingResult<T> call(Supplier<BillingResult<T>> call) {
    if (!breaker.tryAcquirePermission()) {
      return notMade("the line to the billing system is broken; it is tried again soon");
    }
    long start = breaker.getCurrentTimestamp();
    BillingResult<T> result;
    try {
      result = limiter.executeFutureSupplier(() -> submit(call::get));
    } catch (RejectedExecutionException e) {
      // Says nothing about the billing system that its slow calls do not say themselves.
      breaker.releasePermission();
      return notMade("too many calls to the billing system are under way");
    } catch (TimeoutException e) {
      result = new BillingResult.Unknown<>("no answer within " + timeout());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      result = new BillingResult.Unknown<>("the call was interrupted");
    } catch (Exception e) {
      LOG.error("A call to the billing system failed", e);
      result = new BillingResult.Unknown<>("the call failed");
    }
    breaker.onResult(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), result);
    return result;
  }

  private <T> Future<T> submit(Callable<T> call) {
    return workers.submit(call);
  }

  private Duration timeout() {
    return limiter.getTimeLimiterConfig().getTimeoutDuration();
  }

  private static <T> BillingResult<T> notMade(String words) {
    return new BillingResult.Declined<>(DeclineReason.UNREACHABLE, "", words);
  }

  /** Tells whether calls are made at this moment. */
  boolean isOpenForCalls() {
    return breaker.getState() != CircuitBreaker.State.OPEN;
  }

  /** Interrupts what is under way; its outcome is unknown. */
  @Override
  public void close() {
    workers.shutdownNow();
  }
}
