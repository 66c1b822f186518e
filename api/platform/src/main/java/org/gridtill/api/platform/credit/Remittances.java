package org.gridtill.api.platform.credit;

import java.util.List;
import java.util.Optional;
import org.gridtill.api.adapter.Money;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Remittance (解缴): collected money on its way to the utility's fee account, fund batch by fund
 * batch. Any number of batches may be closed in a day. Credit is free again when the money has
 * arrived, not before. Safe for use by several threads and nodes.
 *
 * <p>All methods throw {@link IllegalArgumentException} if there is no such batch or holder or an
 * argument is wrong, and {@link IllegalStateException} if the batch's state forbids it, with a
 * sentence that says what.
 */
@ProviderType
public interface Remittances {

  /**
   * Closes a fund batch over all that the holder has collected and not remitted. What is in doubt
   * or being reversed goes to a later batch. If the agency's own money covers all of it, it has
   * arrived at once.
   *
   * @param holder an agency, with all its collectors, or one collector
   * @throws IllegalStateException if there is nothing to remit
   */
  FundBatch close(Holder holder, String person);

  /** Opens a batch again that was not declared; its transactions are free. */
  void reopen(long number, String person);

  /**
   * Declares that a closed batch is being remitted.
   *
   * @param amount what the holder believes to be due
   * @throws IllegalStateException if another amount is due
   */
  FundBatch declare(long number, Money amount, String person);

  /**
   * Notes a slip of the bank for a declared batch. There may be several.
   *
   * @param slipNo the slip's number, 1 to 32 characters; the same one twice is noted once
   * @param amount positive
   */
  FundBatch deposited(long number, String slipNo, Money amount, String person);

  /**
   * Settles a batch of which too little has arrived. Its collectors owe nothing of it any more; the
   * agency goes on owing what is missing, and its credit stays used by it.
   *
   * @param person not who closed the batch
   */
  FundBatch acceptShortage(long number, String person, String reason);

  /** Returns a batch. */
  Optional<FundBatch> find(long number);

  /**
   * Returns batches, the latest first.
   *
   * @param agencyCode of that agency only; null for all
   * @param openOnly without those that have arrived
   */
  List<FundBatch> list(String agencyCode, boolean openOnly, int limit);
}
