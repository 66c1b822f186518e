package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingResult.Confirmed;
import org.gridtill.api.adapter.billing.BillingResult.Declined;
import org.gridtill.api.adapter.billing.BillingResult.Unknown;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GuardedLineTest {

  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int CALLS = 4;
  private static final int ENOUGH = 20;

  private final MovingClock clock = new MovingClock();
  private final List<AutoCloseable> toClose = new ArrayList<>();
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void close() throws Exception {
    release.countDown();
    for (AutoCloseable closeable : toClose) {
      closeable.close();
    }
  }

  private GuardedLine line(int calls, Duration timeout) {
    GuardedLine line = new GuardedLine(calls, timeout, PAUSE, clock);
    toClose.add(line);
    return line;
  }

  private ExecutorService pool(int threads) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    toClose.add(pool::shutdownNow);
    return pool;
  }

  private static BillingResult<String> fine() {
    return new Confirmed<>("fine");
  }

  private static BillingResult<String> declined(DeclineReason reason) {
    return new Declined<>(reason, "", "");
  }

  private static void assertNotMade(BillingResult<String> result) {
    assertThat(result).isInstanceOf(Declined.class);
    assertThat(((Declined<String>) result).reason()).isEqualTo(DeclineReason.UNREACHABLE);
  }

  @Test
  void givesWhatTheCallGives() {
    BillingResult<String> declined = declined(DeclineReason.NOTHING_DUE);

    assertThat(line(1, LONG).call(() -> declined)).isSameAs(declined);
  }

  @Test
  void declinesMoreCallsThanItMayMakeAtOnceWithoutMakingThem() throws Exception {
    GuardedLine line = line(CALLS, LONG);
    CyclicBarrier underWay = new CyclicBarrier(CALLS + 1);
    ExecutorService pool = pool(CALLS);
    List<Future<BillingResult<String>>> slow = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      slow.add(pool.submit(() -> line.call(() -> waiting(underWay))));
    }
    underWay.await(30, TimeUnit.SECONDS);
    AtomicBoolean made = new AtomicBoolean();

    assertNotMade(
        line.call(
            () -> {
              made.set(true);
              return fine();
            }));

    assertThat(made).isFalse();
    release.countDown();
    for (Future<BillingResult<String>> future : slow) {
      assertThat(future.get(30, TimeUnit.SECONDS)).isEqualTo(fine());
    }
    assertThat(line.isOpenForCalls()).isTrue();
  }

  private BillingResult<String> waiting(CyclicBarrier underWay) {
    try {
      underWay.await(30, TimeUnit.SECONDS);
      release.await();
      return fine();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void interruptsWhatTakesTooLongAndDoesNotKnowItsOutcome() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);

    BillingResult<String> result =
        line(1, Duration.ofMillis(50))
            .call(
                () -> {
                  try {
                    release.await();
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                  }
                  return fine();
                });

    assertThat(result).isInstanceOf(Unknown.class);
    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void doesNotKnowTheOutcomeOfACallThatFailsOrWhoseCallerIsInterrupted() {
    GuardedLine line = line(1, LONG);
    Supplier<BillingResult<String>> failing =
        () -> {
          throw new IllegalStateException("bug of the adapter");
        };
    assertThat(line.call(failing)).isInstanceOf(Unknown.class);

    Thread.currentThread().interrupt();
    BillingResult<String> result = line(1, LONG).call(this::released);

    assertThat(Thread.interrupted()).as("the caller is still to stop").isTrue();
    assertThat(result).isInstanceOf(Unknown.class);
  }

  private BillingResult<String> released() {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return fine();
  }

  private void breakDown(GuardedLine line) {
    for (int i = 0; i < ENOUGH; i++) {
      line.call(() -> new Unknown<>("no answer"));
    }
    assertThat(line.isOpenForCalls()).isFalse();
  }

  @Test
  void makesNoCallOnceMostHaveFailed() {
    GuardedLine line = line(CALLS, LONG);
    breakDown(line);
    AtomicInteger made = new AtomicInteger();

    for (int i = 0; i < 100; i++) {
      assertNotMade(line.call(() -> count(made)));
    }
    clock.advance(PAUSE.minusMillis(1));
    assertNotMade(line.call(() -> count(made)));

    assertThat(made).hasValue(0);
  }

  private static BillingResult<String> count(AtomicInteger made) {
    made.incrementAndGet();
    return fine();
  }

  @Test
  void makesCallsAgainAfterThePauseIfTheFirstSucceed() {
    GuardedLine line = line(CALLS, LONG);
    breakDown(line);
    clock.advance(PAUSE.plusMillis(1));
    AtomicInteger made = new AtomicInteger();

    for (int i = 0; i < 100; i++) {
      assertThat(line.call(() -> count(made))).isEqualTo(fine());
    }

    assertThat(made).hasValue(100);
    assertThat(line.isOpenForCalls()).isTrue();
  }

  @Test
  void pausesAgainIfTheFirstAfterThePauseFail() {
    GuardedLine line = line(CALLS, LONG);
    breakDown(line);
    clock.advance(PAUSE.plusMillis(1));
    AtomicInteger made = new AtomicInteger();

    for (int i = 0; i < 100; i++) {
      line.call(
          () -> {
            made.incrementAndGet();
            return declined(DeclineReason.UNREACHABLE);
          });
    }

    assertThat(made).as("tried").hasValue(5);
    assertThat(line.isOpenForCalls()).isFalse();
    clock.advance(PAUSE.plusMillis(1));
    assertThat(line.call(GuardedLineTest::fine)).isEqualTo(fine());
  }

  @Test
  void goesOnWhileTheBillingSystemOnlyDeclines() {
    GuardedLine line = line(CALLS, LONG);

    for (int i = 0; i < 5 * ENOUGH; i++) {
      line.call(() -> declined(DeclineReason.TEMPORARILY_CLOSED));
    }

    assertThat(line.isOpenForCalls()).isTrue();
  }

  @Test
  void goesOnWhileFewerThanMostFail() {
    GuardedLine line = line(CALLS, LONG);

    for (int i = 0; i < 5 * ENOUGH; i++) {
      boolean fails = i % 3 == 0;
      line.call(() -> fails ? new Unknown<>("no answer") : fine());
    }

    assertThat(line.isOpenForCalls()).isTrue();
  }

  @Test
  void makesNoCallOnceItIsClosed() {
    GuardedLine line = line(1, LONG);
    line.close();

    assertNotMade(line.call(GuardedLineTest::fine));
  }

  /** A clock that stands still until it is moved. */
  private static final class MovingClock extends Clock {

    private volatile Instant now = Instant.parse("2026-11-23T08:00:00Z");

    void advance(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
