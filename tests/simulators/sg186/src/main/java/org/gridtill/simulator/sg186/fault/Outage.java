package org.gridtill.simulator.sg186.fault;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Takes the service away, for some time or until it is told to bring it back. Thread-safe. */
public final class Outage implements AutoCloseable {

  private final Service service;
  private final ScheduledExecutorService timer;
  private boolean down;
  private ScheduledFuture<?> recovery;

  /** Makes an outage of that service, which is up. */
  public Outage(Service service) {
    this.service = service;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "sg186-simulator-outage");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Takes the service away; it is away when the method returns.
   *
   * @param duration for how long; zero until {@link #end}
   */
  public synchronized void begin(Duration duration) {
    cancelRecovery();
    if (!down) {
      service.suspend();
      down = true;
    }
    if (!duration.isZero()) {
      recovery = timer.schedule(this::end, duration.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Brings the service back; it is there when the method returns. */
  public synchronized void end() {
    cancelRecovery();
    if (down) {
      service.resume();
      down = false;
    }
  }

  /** Tells whether the service is away. */
  public synchronized boolean isDown() {
    return down;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void cancelRecovery() {
    if (recovery != null) {
      recovery.cancel(false);
      recovery = null;
    }
  }

  /** What can be taken away. */
  public interface Service {

    /** Goes away. */
    void suspend();

    /** Comes back. */
    void resume();
  }
}
