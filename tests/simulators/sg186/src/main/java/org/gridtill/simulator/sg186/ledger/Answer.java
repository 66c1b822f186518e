package org.gridtill.simulator.sg186.ledger;

import java.util.List;
import org.gridtill.simulator.sg186.contract.types.ResultCode;

/**
 * The answer to a payment or a reversal.
 *
 * @param code what came of it
 * @param upstreamSerialNo the number it was recorded under; empty if it was not
 * @param settled what a payment settled; empty otherwise
 * @param replayed whether this is the stored answer to an earlier, equal call
 */
public record Answer(
    ResultCode code, String upstreamSerialNo, List<Due> settled, boolean replayed) {

  /** Copies the list. */
  public Answer {
    settled = List.copyOf(settled);
  }

  static Answer first(Entry entry) {
    return new Answer(entry.code(), entry.upstreamSerialNo(), entry.settled(), false);
  }

  static Answer again(Entry entry) {
    return new Answer(entry.code(), entry.upstreamSerialNo(), entry.settled(), true);
  }
}
