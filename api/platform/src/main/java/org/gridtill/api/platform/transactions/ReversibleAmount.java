package org.gridtill.api.platform.transactions;

import java.time.LocalDate;
import java.util.Map;
import org.gridtill.api.adapter.Money;

/**
 * The reversible amount (冲正有效金额): what may still be reversed at this moment.
 *
 * @param scope whose
 * @param code the agency, collector or terminal
 * @param accountingDate the accounting day of this moment
 * @param count how many transactions may be reversed, each by itself
 * @param amount their sum
 * @param remainingCount how many more reversals the day's limit allows; null if there is no limit
 * @param remainingAmount how much more the day's limit allows; null if there is no limit
 * @param forbidden how many completed transactions of the day may not be reversed, by rule
 */
public record ReversibleAmount(
    Scope scope,
    String code,
    LocalDate accountingDate,
    int count,
    Money amount,
    Integer remainingCount,
    Money remainingAmount,
    Map<ReversalRule, Integer> forbidden) {

  /** Whose transactions. */
  public enum Scope {
    /** An agency's. */
    AGENCY,
    /** A collector's; the code is the agency's, a slash, and the collector's. */
    COLLECTOR,
    /** A terminal's. */
    TERMINAL
  }

  /** Copies the map. */
  public ReversibleAmount {
    forbidden = Map.copyOf(forbidden);
  }
}
