package org.gridtill.api.platform.transactions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Holder;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The money of completed transactions, for those who remit it. Every method works in the caller's
 * transaction. Safe for use by several threads and nodes.
 */
@ProviderType
public interface CollectedMoney {

  /**
   * Puts all completed transactions of a holder that are in no fund batch into one, after which
   * they cannot be reversed.
   *
   * @param holder an agency, with all its collectors, or one collector
   * @param batch the batch's number; positive
   * @return what each collector, and the agency itself, has collected; empty if there is nothing
   */
  List<Collected> take(Holder holder, long batch);

  /** Takes the transactions of a batch out of it again. */
  void putBack(Holder holder, long batch);

  /**
   * Returns the accounting day of the oldest completed transaction of an agency that is in no fund
   * batch.
   */
  Optional<LocalDate> oldestDay(String agencyCode);

  /**
   * Returns what transactions under way may add to what each holder holds.
   *
   * @param agencyCode of that agency only; null for all
   */
  List<Collected> underWay(String agencyCode);

  /**
   * The money of one holder.
   *
   * @param holder the collector, or the agency for terminals that nobody works
   * @param transactions how many transactions
   * @param amount their sum
   * @param firstDay their first accounting day
   * @param lastDay their last accounting day
   */
  record Collected(
      Holder holder, int transactions, Money amount, LocalDate firstDay, LocalDate lastDay) {}
}
