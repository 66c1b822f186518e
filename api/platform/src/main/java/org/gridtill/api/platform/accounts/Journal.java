package org.gridtill.api.platform.accounts;

import java.time.LocalDate;
import java.util.Optional;
import org.gridtill.api.adapter.Money;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The double-entry journal. Entries are added and never changed; a reversal is a mirrored entry.
 * Safe for use by several threads and nodes.
 */
@ProviderType
public interface Journal {

  /**
   * Adds an entry in the caller's transaction. An entry for a day whose period is closed, or being
   * closed, goes to the first open day, since money that has moved must be recorded. An entry for a
   * day that is over locks out whoever wants to close that day until the caller's commit; so it is
   * posted before receipts are numbered and credit is changed.
   *
   * @throws RuntimeException of the database, at the latest at commit, if an entry of that key
   *     exists
   */
  void post(JournalEntry entry);

  /** Returns an entry. */
  Optional<JournalEntry> find(EntryKey key);

  /** Returns an account's balance over the whole journal; positive for a debit. */
  Money balance(String account);

  /**
   * Adds up the entries of a kind whose numbers lie in a range.
   *
   * @param from the lowest number
   * @param to the highest number
   */
  EntryTotals totals(EntryKind kind, long from, long to);

  /** Returns the sums over the whole journal. */
  TrialBalance trialBalance();

  /**
   * Returns the sums over the entries of some accounting days, both included.
   *
   * @throws IllegalArgumentException if the last day is before the first
   */
  TrialBalance trialBalance(LocalDate from, LocalDate to);

  /**
   * Returns what happened to an account on some accounting days, both included.
   *
   * @param account the account's whole name
   * @throws IllegalArgumentException if the last day is before the first
   */
  AccountStatement statement(String account, LocalDate from, LocalDate to);
}
