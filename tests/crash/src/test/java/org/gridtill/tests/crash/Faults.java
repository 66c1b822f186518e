package org.gridtill.tests.crash;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridtill.simulator.sg186.ControlClient;

/** Lets the billing system lose questions and answers, be slow and be away, one after the other. */
final class Faults implements AutoCloseable {

  private static final String ANY = "any";
  private static final int MILLIS_BETWEEN = 250;
  private static final Duration SLOW = Duration.ofMillis(700);
  private static final Duration AWAY = Duration.ofSeconds(1);

  private final ControlClient billing;
  private final Random random;
  private final ScheduledFuture<?> running;
  private final AtomicInteger count = new AtomicInteger();

  private Faults(ControlClient billing, Random random, ScheduledExecutorService timer) {
    this.billing = billing;
    this.random = random;
    running =
        timer.scheduleAtFixedRate(
            this::next, MILLIS_BETWEEN, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
  }

  /** Begins; {@link #close} ends it and forgets what has not happened yet. */
  static Faults begin(ControlClient billing, Random random, ScheduledExecutorService timer) {
    return new Faults(billing, random, timer);
  }

  /** Returns how many there were. */
  int count() {
    return count.get();
  }

  private void next() {
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3, 4 -> billing.loseAfter(ANY, 1);
      case 5, 6, 7 -> billing.loseBefore(ANY, 1);
      case 8, 9, 10 -> billing.delay(ANY, 1, SLOW);
      case 11, 12, 13 -> billing.delayAnswer(ANY, 1, SLOW);
      case 14 -> billing.dayEnd(ANY, 1);
      default -> billing.down(AWAY);
    }
    count.incrementAndGet();
  }

  @Override
  public void close() {
    running.cancel(false);
    billing.clearFaults();
  }
}
