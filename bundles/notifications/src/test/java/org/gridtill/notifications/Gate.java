package org.gridtill.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gridtill.api.adapter.notification.NotificationChannel.Delivery;
import org.gridtill.api.adapter.notification.NotificationMessage;

/** Where calls of a channel wait until a test opens it. */
final class Gate {

  private final CountDownLatch open = new CountDownLatch(1);
  private final Semaphore waiting = new Semaphore(0);

  void open() {
    open.countDown();
  }

  void awaitWaiting(int calls) throws InterruptedException {
    assertThat(waiting.tryAcquire(calls, 10, TimeUnit.SECONDS)).as("calls that wait").isTrue();
  }

  /** Waits, and fails if it is interrupted. */
  Delivery pass(NotificationMessage message) {
    waiting.release();
    try {
      open.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
    return Delivery.ACCEPTED;
  }

  /** Waits, whoever interrupts it. */
  Delivery passStubbornly(NotificationMessage message) {
    waiting.release();
    while (true) {
      try {
        open.await();
        return Delivery.ACCEPTED;
      } catch (InterruptedException e) {
        // As adapters do that were not written well.
        continue;
      }
    }
  }
}
