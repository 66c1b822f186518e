package org.gridtill.api.platform.accounts;

/** The names of the accounts. */
public final class Accounts {

  /** What the utility gets for energy, collected and not remitted. A liability. */
  public static final String UTILITY_ENERGY = "utility/energy";

  /** What the utility gets for late payment, collected and not remitted. A liability. */
  public static final String UTILITY_PENALTY = "utility/penalty";

  private Accounts() {}

  /** What an agency has collected and not remitted. An asset: the agency owes it. */
  public static String agency(String agencyCode) {
    return "agency/" + agencyCode;
  }
}
