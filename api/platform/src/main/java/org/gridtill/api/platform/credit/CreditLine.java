package org.gridtill.api.platform.credit;

import org.gridtill.api.adapter.Money;

/**
 * An agency's credit line.
 *
 * @param agencyCode the agency
 * @param agencyName its name
 * @param limit how much it may hold at most
 * @param used what it has collected and not remitted
 * @param reserved what transactions under way may add
 */
public record CreditLine(
    String agencyCode, String agencyName, Money limit, Money used, Money reserved) {

  /** Returns what new transactions may still reserve; negative after a cut of the limit. */
  public Money available() {
    return limit.minus(used).minus(reserved);
  }
}
