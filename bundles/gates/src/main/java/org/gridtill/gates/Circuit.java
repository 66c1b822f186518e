package org.gridtill.gates;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.gridtill.api.platform.gates.AdapterTimeoutException;
import org.gridtill.api.platform.gates.GateStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps calls from an adapter while half or more of them fail, and tries a few after a pause. A
 * call that hangs tells of its failure only when it is given up, which may be long after; so an
 * adapter of which nothing good was heard for a while, and many calls are overdue, is left alone as
 * well; and one of which nothing but errors is heard, even if its gate does not count errors as
 * failures. Safe for use by several threads.
 */
final class Circuit {

  /** How long the calls count that are looked at. */
  static final Duration WINDOW = Duration.ofSeconds(10);

  /** How long nothing but errors may be heard. */
  static final Duration SILENCE = Duration.ofSeconds(5);

  /** Of fewer calls nothing is concluded. */
  static final int FEWEST_CALLS = 10;

  /** How many calls are made to try. */
  static final int TRIAL_CALLS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Circuit.class);

  private final CircuitBreaker breaker;
  private final Clock clock;
  private final AtomicLong lastGood;

  /** Whether it opened although the gate does not count errors as failures. */
  private volatile boolean openedByErrors;

  private final Streak errors = new Streak(FEWEST_CALLS, SILENCE, WINDOW.dividedBy(FEWEST_CALLS));

  Circuit(String name, Duration pause, Predicate<Object> failed, Clock clock) {
    this.clock = clock;
    lastGood = new AtomicLong(clock.millis());
    breaker =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.TIME_BASED)
                .slidingWindowSize((int) WINDOW.toSeconds())
                .minimumNumberOfCalls(FEWEST_CALLS)
                .permittedNumberOfCallsInHalfOpenState(TRIAL_CALLS)
                .waitDurationInOpenState(pause)
                .clock(clock)
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .recordResult(failed)
                .recordException(failed::test)
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> LOG.warn("The circuit of adapter {}: {}", name, event.getStateTransition()));
  }

  /**
   * Asks whether a call may be made. Whoever may, says later how it ended, or gives it back.
   *
   * @param underWay how many calls are under way; of calls that try it there is one at a time,
   *     since an adapter that loops takes a processor for each
   * @param overdue how many of them have taken longer than the window
   */
  boolean tryEnter(int underWay, int overdue) {
    if (breaker.getState() == CircuitBreaker.State.HALF_OPEN && underWay > 0) {
      return false;
    }
    if (breaker.getState() == CircuitBreaker.State.CLOSED && isHopeless(overdue)) {
      boolean byErrors = errors.isLong();
      // When it closes again, it is judged anew.
      good();
      openedByErrors = byErrors;
      breaker.transitionToOpenState();
    }
    return breaker.tryAcquirePermission();
  }

  private boolean isHopeless(int overdue) {
    long silence = clock.millis() - lastGood.get();
    return overdue >= FEWEST_CALLS && silence >= WINDOW.toMillis() || errors.isLong();
  }

  private void good() {
    openedByErrors = false;
    errors.good();
    lastGood.set(clock.millis());
  }

  /** Takes back the question: the call says nothing about the adapter. */
  void giveBack() {
    breaker.releasePermission();
  }

  /** Returns the time by its clock, in milliseconds. */
  long now() {
    return breaker.getCurrentTimestamp();
  }

  void ended(long start, Object result) {
    breaker.onResult(now() - start, breaker.getTimestampUnit(), result);
    if (breaker.getCircuitBreakerConfig().getRecordResultPredicate().test(result)) {
      errors.bad(clock.millis());
    } else {
      good();
    }
  }

  void failed(long start, Throwable error) {
    breaker.onError(now() - start, breaker.getTimestampUnit(), error);
    errors.bad(clock.millis());
    if ((openedByErrors || error instanceof AdapterTimeoutException)
        && breaker.getState() == CircuitBreaker.State.HALF_OPEN) {
      // One that hangs says enough, and so does one more error of an adapter that did nothing else.
      breaker.transitionToOpenState();
    }
  }

  GateStatus.Circuit state() {
    return switch (breaker.getState()) {
      case OPEN, FORCED_OPEN -> GateStatus.Circuit.OPEN;
      case HALF_OPEN -> GateStatus.Circuit.TRYING;
      default -> GateStatus.Circuit.CLOSED;
    };
  }
}
