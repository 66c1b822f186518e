package org.gridtill.transactions;

import java.time.Duration;
import java.util.Map;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.transactions.ReversibleAmount.Scope;

/**
 * What operations allow in reversals.
 *
 * @param automatic how long after a transaction was completed a reversal whose answer did not come
 *     is neither limited nor in need of a second person
 * @param secondPersonAbove the amount above which a second person is needed; null for never
 * @param daily what each holder may reverse in a day; one that is absent has no limit
 */
record ReversalPolicy(Duration automatic, Money secondPersonAbove, Map<Scope, Limit> daily) {

  /**
   * A limit of a day.
   *
   * @param count how many reversals; {@link Integer#MAX_VALUE} for any number
   * @param amount how much together, in fen; {@link Long#MAX_VALUE} for any amount
   */
  record Limit(int count, long amount) {}

  /** Copies the map. */
  ReversalPolicy {
    daily = Map.copyOf(daily);
  }

  boolean needsSecondPerson(long amount) {
    return secondPersonAbove != null && amount > secondPersonAbove.fen();
  }
}
