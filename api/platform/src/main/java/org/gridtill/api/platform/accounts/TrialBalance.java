package org.gridtill.api.platform.accounts;

import java.util.List;
import org.gridtill.api.adapter.Money;

/**
 * The sums over the journal, or over some of its days, account by account.
 *
 * @param rows in the order of the accounts' names
 * @param entries how many journal entries there are
 */
public record TrialBalance(List<Row> rows, long entries) {

  /** Copies the list. */
  public TrialBalance {
    rows = List.copyOf(rows);
  }

  /** Returns the sum of all balances: zero, or the journal is broken. */
  public Money total() {
    return rows.stream().map(Row::balance).reduce(Money.ZERO, Money::plus);
  }

  /**
   * One account.
   *
   * @param account its name
   * @param debits the sum of the debits; not negative
   * @param credits the sum of the credits; not negative
   */
  public record Row(String account, Money debits, Money credits) {

    /** Returns debits less credits. */
    public Money balance() {
      return debits.minus(credits);
    }
  }
}
