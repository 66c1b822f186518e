package org.gridtill.simulator.sg186.ledger;

import java.time.YearMonth;

/**
 * A receivable with its penalty on some day.
 *
 * @param receivableId names it
 * @param month what it bills
 * @param energyFen the energy charge, in fen
 * @param penaltyFen the penalty, in fen
 */
public record Due(String receivableId, YearMonth month, long energyFen, long penaltyFen) {

  /** Returns charge and penalty together, in fen. */
  public long totalFen() {
    return energyFen + penaltyFen;
  }
}
