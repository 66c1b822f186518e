package org.gridtill.simulator.sg186.ledger;

import java.util.Optional;
import org.gridtill.api.adapter.card.CardOutcome;
import org.gridtill.simulator.sg186.contract.types.ResultCode;

/**
 * A meter as a question about it is answered.
 *
 * @param record what is known
 * @param arrearsFen what must be paid first
 * @param obstacle what a purchase would be refused with; 1001 if it would not
 * @param report what was last reported on the card
 */
public record MeterView(
    MeterRecord record, long arrearsFen, ResultCode obstacle, Optional<CardOutcome> report) {

  /** Returns the last purchase if it is not known that the meter has it, in fen; else 0. */
  public long pendingFen() {
    return record.taken() ? 0 : record.lastFen();
  }

  /** Returns the least purchase, in fen. */
  public long leastFen() {
    return MeterRules.LEAST_PURCHASE_FEN;
  }

  /** Returns the most that may be bought now, in fen. */
  public long mostFen() {
    return Math.max(0, MeterRules.MOST_STORED_FEN - record.remainingFen() - pendingFen());
  }
}
