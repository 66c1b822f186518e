package org.gridtill.simulator.sg186.utility;

import java.time.LocalDate;

/**
 * A payment of a bill, in part or in whole.
 *
 * @param day the day as of which its penalty was computed
 * @param energyFen what it paid of the charge, in fen
 * @param penaltyFen what it paid of the penalty, in fen
 */
public record Installment(LocalDate day, long energyFen, long penaltyFen) {}
