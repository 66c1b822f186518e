package org.gridtill.api.platform.accounts;

import org.gridtill.api.adapter.ConsumerNo;

/** The names of the accounts. */
public final class Accounts {

  /** What the utility gets for energy, collected and not remitted. A liability. */
  public static final String UTILITY_ENERGY = "utility/energy";

  /** What the utility gets for late payment, collected and not remitted. A liability. */
  public static final String UTILITY_PENALTY = "utility/penalty";

  /** What the utility gets for credit sold to meters, collected and not remitted. A liability. */
  public static final String UTILITY_METER_CREDIT = "utility/meter-credit";

  private Accounts() {}

  /** What a consumer has paid in advance, as collected here. A liability. */
  public static String prepayment(ConsumerNo consumer) {
    return "prepayment/" + consumer;
  }

  /** What an agency has collected and not remitted. An asset: the agency owes it. */
  public static String agency(String agencyCode) {
    return "agency/" + agencyCode;
  }
}
