package org.gridtill.simulator.sg186.utility;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.gridtill.simulator.sg186.contract.types.ConsumerClass;

/**
 * The penalty for paying late (违约金), by the Rules for Electricity Supply and Use (供电营业规则): for each
 * day after the due date, 1‰ of the charge for a household; for others 2‰ in the year of the due
 * date and 3‰ in the years after it. A penalty of less than 1 yuan is charged as 1 yuan.
 */
public final class LatePenalty {

  private static final long LEAST_FEN = 100;
  private static final long RESIDENTIAL = 1;
  private static final long OTHERS = 2;
  private static final long OTHERS_ACROSS_YEARS = 3;

  private LatePenalty() {}

  /** Returns the penalty in fen for paying the bill on that day, rounded half up. */
  public static long fen(ConsumerClass kind, Bill bill, LocalDate paid) {
    long days = ChronoUnit.DAYS.between(bill.due(), paid);
    if (days <= 0) {
      return 0;
    }
    long permille = permille(kind, bill.due(), days);
    long fen = (Math.multiplyExact(bill.energyFen(), permille) + 500) / 1000;
    return Math.max(LEAST_FEN, fen);
  }

  private static long permille(ConsumerClass kind, LocalDate due, long days) {
    if (kind == ConsumerClass.RESIDENTIAL) {
      return RESIDENTIAL * days;
    }
    LocalDate yearEnd = LocalDate.of(due.getYear(), 12, 31);
    long sameYear = Math.min(days, ChronoUnit.DAYS.between(due, yearEnd));
    return OTHERS * sameYear + OTHERS_ACROSS_YEARS * (days - sameYear);
  }
}
