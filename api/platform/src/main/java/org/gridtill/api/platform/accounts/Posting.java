package org.gridtill.api.platform.accounts;

import org.gridtill.api.adapter.Money;

/**
 * One line of a journal entry.
 *
 * @param account the account, such as {@code agency/A001}; see {@link Accounts}
 * @param amount positive for a debit, negative for a credit; not zero
 */
public record Posting(String account, Money amount) {

  /**
   * Checks the amount.
   *
   * @throws IllegalArgumentException if it is zero
   */
  public Posting {
    if (amount.isZero()) {
      throw new IllegalArgumentException("a posting of nothing to " + account);
    }
  }
}
