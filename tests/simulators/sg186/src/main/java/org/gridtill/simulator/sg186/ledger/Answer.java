package org.gridtill.simulator.sg186.ledger;

import java.time.LocalDate;
import org.gridtill.simulator.sg186.contract.types.ResultCode;

/**
 * The answer to a transaction or a reversal.
 *
 * @param code what came of it
 * @param upstreamSerialNo the number it was recorded under; empty if it was not
 * @param booked the accounting day that it is in; the day of the call if it did nothing
 * @param effect what it did
 * @param replayed whether this is the stored answer to an earlier, equal call
 */
public record Answer(
    ResultCode code, String upstreamSerialNo, LocalDate booked, Effect effect, boolean replayed) {

  static Answer of(Entry entry, boolean replayed) {
    return new Answer(
        entry.code(),
        entry.upstreamSerialNo(),
        entry.isDone() ? entry.booked() : entry.call().accountingDate(),
        entry.effect(),
        replayed);
  }

  /** Returns an answer that says that nothing was done. */
  static Answer refusal(Call call, ResultCode code, String upstreamSerialNo, boolean replayed) {
    return new Answer(code, upstreamSerialNo, call.accountingDate(), Effect.NONE, replayed);
  }
}
