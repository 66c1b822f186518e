package org.gridtill.simulator.sg186.utility;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gridtill.simulator.sg186.contract.types.ConsumerClass;

/**
 * The penalty for paying late (违约金), by the Rules for Electricity Supply and Use (供电营业规则): for each
 * day after the due date, 1‰ of the charge for a household; for others 2‰ in the year of the due
 * date and 3‰ in the years after it. A penalty of less than 1 yuan is charged as 1 yuan. What is
 * paid of the charge is late no longer.
 */
public final class LatePenalty {

  private static final long LEAST_FEN = 100;
  private static final long RESIDENTIAL = 1;
  private static final long OTHERS = 2;
  private static final long OTHERS_ACROSS_YEARS = 3;

  private LatePenalty() {}

  /**
   * Returns the penalty in fen that is still due on that day, rounded half up.
   *
   * @param paid what was paid of the bill before, in the order of time
   */
  public static long fen(ConsumerClass kind, Bill bill, List<Installment> paid, LocalDate day) {
    long energyFen = bill.energyFen();
    long counted = 0;
    long perMilles = 0;
    long penaltyPaid = 0;
    for (Installment installment : paid) {
      long until = Math.max(counted, permille(kind, bill.due(), installment.day()));
      perMilles += Math.multiplyExact(energyFen, until - counted);
      counted = until;
      energyFen -= installment.energyFen();
      penaltyPaid += installment.penaltyFen();
    }
    long until = Math.max(counted, permille(kind, bill.due(), day));
    if (until == 0) {
      return 0;
    }
    perMilles += Math.multiplyExact(energyFen, until - counted);
    long whole = Math.max(LEAST_FEN, (perMilles + 500) / 1000);
    return Math.max(0, whole - penaltyPaid);
  }

  /** Returns the rate that has come together by that day. */
  private static long permille(ConsumerClass kind, LocalDate due, LocalDate day) {
    long days = ChronoUnit.DAYS.between(due, day);
    if (days <= 0) {
      return 0;
    }
    if (kind == ConsumerClass.RESIDENTIAL) {
      return RESIDENTIAL * days;
    }
    LocalDate yearEnd = LocalDate.of(due.getYear(), 12, 31);
    long sameYear = Math.min(days, ChronoUnit.DAYS.between(due, yearEnd));
    return OTHERS * sameYear + OTHERS_ACROSS_YEARS * (days - sameYear);
  }
}
