package org.gridtill.simulator.sg186.ledger;

import java.time.LocalDate;
import org.gridtill.simulator.sg186.contract.types.ResultCode;

/**
 * A call and its first answer, for good.
 *
 * @param call what was asked
 * @param code what was answered
 * @param upstreamSerialNo the number it was recorded under
 * @param booked the accounting day it is in
 * @param effect what it did
 */
public record Entry(
    Call call, ResultCode code, String upstreamSerialNo, LocalDate booked, Effect effect)
    implements Event {

  /** Tells whether the call had its effect. */
  public boolean isDone() {
    return code == ResultCode.DONE;
  }
}
