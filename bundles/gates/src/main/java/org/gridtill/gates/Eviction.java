package org.gridtill.gates;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frees the thread of a call that was given up and takes no notice of the interrupt. One that waits
 * costs nothing and is left alone; one that loops costs everybody a processor, for good, and can
 * only be stopped. That is done at a moment in which it is in the adapter's own code, so that it
 * leaves nothing of the platform's, or of Java's, half done. On a Java that stops no threads any
 * more, it goes on and is shown as stuck.
 */
final class Eviction {

  private static final Logger LOG = LoggerFactory.getLogger(Eviction.class);

  /** How long an interrupted thread gets to leave by itself. */
  private static final Duration GRACE = Duration.ofMillis(300);

  private static final Duration STEP = Duration.ofMillis(20);

  /** Of one that waits it is known by then. */
  private static final int TRIES = 100;

  private final Watch watch;
  private final GatedCall<?, ?> call;
  private final ClassLoader own;
  private int tries;
  private boolean stopped;

  /**
   * Makes one.
   *
   * @param own the adapter's class loader
   */
  Eviction(Watch watch, GatedCall<?, ?> call, ClassLoader own) {
    this.watch = watch;
    this.call = call;
    this.own = own;
  }

  void begin() {
    watch.after(GRACE, this::step);
  }

  private void step() {
    tries++;
    if (!call.isStuck()) {
      return;
    }
    try {
      // One that catches everything is stopped again and again.
      if (call.stop(own) && !stopped) {
        stopped = true;
        LOG.warn("{} of adapter {} did not end and was stopped", call.operation(), call.adapter());
      }
    } catch (UnsupportedOperationException e) {
      LOG.debug("This Java stops no threads", e);
      return;
    }
    if (tries < TRIES) {
      watch.after(STEP, this::step);
    }
  }
}
