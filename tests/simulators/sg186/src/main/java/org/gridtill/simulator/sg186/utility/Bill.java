package org.gridtill.simulator.sg186.utility;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A month's bill.
 *
 * @param receivableId names it
 * @param month what it bills
 * @param energyFen the energy charge, in fen
 * @param due the last day to pay it without a penalty
 */
public record Bill(String receivableId, YearMonth month, long energyFen, LocalDate due) {}
