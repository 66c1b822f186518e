package org.gridtill.simulator.sg186.ledger;

import java.util.List;
import org.gridtill.simulator.sg186.contract.types.ResultCode;

/**
 * A call and its first answer, for good.
 *
 * @param call what was asked
 * @param code what was answered
 * @param upstreamSerialNo the number it was recorded under
 * @param settled what a payment settled; empty otherwise
 */
public record Entry(Call call, ResultCode code, String upstreamSerialNo, List<Due> settled) {

  /** Copies the list. */
  public Entry {
    settled = List.copyOf(settled);
  }

  /** Tells whether the call had its effect. */
  public boolean isDone() {
    return code == ResultCode.DONE;
  }
}
