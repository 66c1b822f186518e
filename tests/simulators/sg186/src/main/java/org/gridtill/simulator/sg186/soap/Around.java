package org.gridtill.simulator.sg186.soap;

import java.util.function.BooleanSupplier;
import org.gridtill.simulator.sg186.fault.Effects;
import org.gridtill.simulator.sg186.fault.FaultKind;
import org.gridtill.simulator.sg186.fault.FaultPlan;

/** Runs operations with what a script asked to go wrong with them. */
final class Around {

  private final FaultPlan faults;
  private final BooleanSupplier down;

  /**
   * Makes the surroundings of operations.
   *
   * @param down whether to close connections instead of answering
   */
  Around(FaultPlan faults, BooleanSupplier down) {
    this.faults = faults;
    this.down = down;
  }

  /** Runs an operation; the answer is null if the connection is closed instead. */
  <T, E extends Exception> T run(String name, Operation<T, E> operation) throws E {
    if (down.getAsBoolean()) {
      ConnectionCut.request();
      return null;
    }
    Effects effects = faults.take(name);
    if (effects.has(FaultKind.LOSE_BEFORE)) {
      ConnectionCut.request();
      return null;
    }
    pause(effects.millis(FaultKind.DELAY));
    T result = operation.run(effects);
    if (effects.has(FaultKind.DUPLICATE)) {
      result = operation.run(effects);
    }
    pause(effects.millis(FaultKind.DELAY_ANSWER));
    if (effects.has(FaultKind.LOSE_AFTER)) {
      ConnectionCut.request();
      return null;
    }
    return result;
  }

  private static void pause(long millis) {
    if (millis > 0) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** An operation of the contract. */
  interface Operation<T, E extends Exception> {
    T run(Effects effects) throws E;
  }
}
