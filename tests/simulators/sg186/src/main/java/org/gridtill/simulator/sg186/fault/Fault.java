package org.gridtill.simulator.sg186.fault;

import java.util.Optional;
import org.gridtill.simulator.sg186.contract.types.ResultCode;

/**
 * A fault that a script asks for.
 *
 * @param kind what goes wrong
 * @param operation with which operation; empty for all
 * @param calls with how many calls; 0 for all to come
 * @param millis how long a delay is
 * @param code what a refusal says
 */
public record Fault(
    FaultKind kind, String operation, int calls, long millis, Optional<ResultCode> code) {

  private static final long LONGEST_DELAY = 600_000;

  /**
   * Checks that the fault has what its kind needs.
   *
   * @throws IllegalArgumentException if not
   */
  public Fault {
    if (calls < 0) {
      throw new IllegalArgumentException("calls is negative");
    }
    if (millis < 0 || millis > LONGEST_DELAY) {
      throw new IllegalArgumentException("millis is not between 0 and " + LONGEST_DELAY);
    }
    boolean refusal = kind == FaultKind.REFUSE;
    if (refusal && (code.isEmpty() || code.get() == ResultCode.DONE)) {
      throw new IllegalArgumentException("a refusal needs a code other than 1001");
    }
  }

  boolean concerns(String calledOperation) {
    return operation.isEmpty() || operation.equals(calledOperation);
  }
}
