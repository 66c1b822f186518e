package org.gridtill.api.platform.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gridtill.api.adapter.Money;

/**
 * What happened to an account on some accounting days.
 *
 * @param account its name
 * @param from the first day
 * @param to the last day
 * @param opening its balance before the first day; positive for a debit
 * @param lines in the order in which they were written, day by day
 */
public record AccountStatement(
    String account, LocalDate from, LocalDate to, Money opening, List<Line> lines) {

  /** Copies the list. */
  public AccountStatement {
    lines = List.copyOf(lines);
  }

  /** Returns the balance after the last day. */
  public Money closing() {
    return lines.stream().map(Line::amount).reduce(opening, Money::plus);
  }

  /**
   * One posting.
   *
   * @param key the entry it is a part of
   * @param mirrors the entry that this one mirrors; null if none
   * @param accountingDate the day
   * @param postedAt when it was written
   * @param amount positive for a debit
   */
  public record Line(
      EntryKey key, EntryKey mirrors, LocalDate accountingDate, Instant postedAt, Money amount) {}
}
