package org.example.outside;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where two threads meet once, so that what may go wrong between them does. */
public final class Meeting {

  private static final int WAIT_MILLIS = 200;

  private final CyclicBarrier both = new CyclicBarrier(2);
  private volatile boolean over;

  /** Waits a moment for another thread; not any more once two have met. */
  public void join() {
    try {
      if (!over) {
        both.await(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        over = true;
      }
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      both.reset();
    }
  }
}
