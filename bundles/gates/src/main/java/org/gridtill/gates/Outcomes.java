package org.gridtill.gates;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gridtill.api.platform.gates.AdapterException;

/** Waits for how calls end. */
final class Outcomes {

  private Outcomes() {}

  /** Waits so long for a call's end and then gives it up. */
  static <T> T await(GatedCall<?, T> call, Duration time) throws AdapterException {
    boolean interrupted = false;
    try {
      return await(call, time.toNanos());
    } catch (TimeoutException e) {
      call.giveUpAfter(time);
    } catch (InterruptedException e) {
      interrupted = true;
      call.giveUp("was no longer waited for");
    } catch (ExecutionException e) {
      throw (AdapterException) e.getCause();
    }
    try {
      return ended(call);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** An adapter is not to blame for the time that the platform takes. */
  private static <T> T await(GatedCall<?, T> call, long nanos)
      throws TimeoutException, InterruptedException, ExecutionException {
    while (true) {
      try {
        return call.outcome().get(nanos, TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        if (!call.isSheltered()) {
          throw e;
        }
      }
    }
  }

  /** It has been given up, or has ended just before that. */
  private static <T> T ended(GatedCall<?, T> call) throws AdapterException {
    try {
      return call.outcome().join();
    } catch (CompletionException e) {
      throw (AdapterException) e.getCause();
    }
  }
}
