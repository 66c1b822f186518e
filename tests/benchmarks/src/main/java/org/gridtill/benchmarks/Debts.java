package org.gridtill.benchmarks;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.gridtill.simulator.sg186.ControlClient;
import org.gridtill.simulator.sg186.ControlClient.Debtor;

/** Consumers to pay for, each handed out once. Safe for use by many threads. */
final class Debts {

  private static final int PAGE = 1000;
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
      debtors.addAll(page);
      Debtor last = page.get(page.size() - 1);
      from = Math.toIntExact(Long.parseLong(last.consumerNo()) - NUMBERS_BEFORE_FIRST + 1);
    }
  }

  synchronized Debtor next() throws IOException {
    if (debtors.isEmpty()) {
      throw new IOException("all bills are paid; measure for a shorter time");
    }
    return debtors.remove();
  }
}
