package org.gridtill.benchmarks;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.gridtill.simulator.sg186.ControlClient;
import org.gridtill.simulator.sg186.ControlClient.Debtor;

/** Consumers to pay for, each handed out once. Safe for use by many threads. */
final class Debts {

  private static final int PAGE = 10_000;
  private static final long NUMBERS_BEFORE_FIRST = 100_000_000L;

  private final Deque<Debtor> debtors = new ArrayDeque<>();

  /**
   * Reads them, before anything is measured.
   *
   * @param first the first consumer to look at, counted from 1
   * @param count how many to read at least
   * @param day the day on which they will be paid
   */
  Debts(ControlClient control, int first, int count, LocalDate day) {
    int from = first;
    while (debtors.size() < count) {
      List<Debtor> page = control.debtors(from, PAGE, day);
      page.stream().filter(debtor -> !hasMeter(debtor)).forEach(debtors::add);
      Debtor last = page.get(page.size() - 1);
      from = Math.toIntExact(Long.parseLong(last.consumerNo()) - NUMBERS_BEFORE_FIRST + 1);
    }
  }

  /** Those are left for the recharges. */
  private static boolean hasMeter(Debtor debtor) {
    long place = Long.parseLong(debtor.consumerNo()) % 100;
    return place > 80 && place <= 95;
  }

  /**
   * Returns one that nobody else gets.
   *
   * @throws IllegalStateException if there is none left
   */
  synchronized Debtor next() {
    if (debtors.isEmpty()) {
      throw new IllegalStateException("all bills are paid; measure for a shorter time");
    }
    return debtors.remove();
  }

  synchronized void add(Debtor debtor) {
    debtors.add(debtor);
  }

  /** Returns what a debtor owes, in fen. */
  static long fen(Debtor debtor) {
    return debtor.total().movePointRight(2).longValueExact();
  }
}
