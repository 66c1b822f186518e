package org.gridtill.gates;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Keeps the adapter that left last, for those who still have to be told, in a protocol that only it
 * can write, that it has gone. Ends after a while, or when somebody serves again, so that a version
 * that has a successor is not kept at all. Used under the gate's lock.
 */
final class Farewell<S> {

  private final Duration life;
  private final Watch watch;
  private Tenant<S> kept;
  private BooleanSupplier trusted;
  private Runnable alarm;

  /**
   * Keeps nobody yet.
   *
   * @param life how long somebody is kept; zero for not at all
   */
  Farewell(Duration life, Watch watch) {
    this.life = life;
    this.watch = watch;
  }

  /**
   * Keeps an adapter that has left, in place of an earlier one.
   *
   * @param trust tells whether its code may still run
   * @param timeUp takes the gate's lock and ends this
   */
  void keep(Tenant<S> tenant, BooleanSupplier trust, Runnable timeUp) {
    end();
    if (life.isZero()) {
      tenant.end();
      return;
    }
    kept = tenant;
    trusted = trust;
    alarm = watch.after(life, timeUp);
  }

  /** Lets go of whom it keeps. */
  void end() {
    if (kept != null) {
      alarm.run();
      kept.end();
      kept = null;
      trusted = null;
    }
  }

  /** Returns whom it keeps; null for nobody. */
  Tenant<S> kept() {
    return kept;
  }

  /** Returns whether the code of whom it keeps may run; to be asked outside of the gate's lock. */
  BooleanSupplier trusted() {
    return kept == null ? () -> false : trusted;
  }
}
