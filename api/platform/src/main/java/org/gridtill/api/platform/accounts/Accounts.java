package org.gridtill.api.platform.accounts;

import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.platform.credit.Holder;

/** The names of the accounts. */
public final class Accounts {

  /** What the utility gets for energy. A liability. */
  public static final String UTILITY_ENERGY = "utility/energy";

  /** What the utility gets for late payment. A liability. */
  public static final String UTILITY_PENALTY = "utility/penalty";

  /** What the utility gets for credit sold to meters. A liability. */
  public static final String UTILITY_METER_CREDIT = "utility/meter-credit";

  /** The utility's fee account, as its bank statements tell. An asset. */
  public static final String BANK = "bank";

  /** Money that agencies may have taken for transactions in doubt. A liability, to nobody yet. */
  public static final String SUSPENSE_IN_DOUBT = "suspense/in-doubt";

  /** Money at the bank of which nobody knows yet from whom or what for. A liability. */
  public static final String SUSPENSE_BANK = "suspense/bank";

  private Accounts() {}

  /** What a consumer has paid in advance, as collected here. A liability. */
  public static String prepayment(ConsumerNo consumer) {
    return "prepayment/" + consumer;
  }

  /**
   * What an agency owes: what its terminals without a collector took, less what it has paid in. An
   * asset; a liability while the agency has paid more than it owes.
   */
  public static String agency(String agencyCode) {
    return "agency/" + agencyCode;
  }

  /** What a holder may have taken for transactions in doubt. An asset, to be clarified. */
  public static String inDoubt(Holder holder) {
    return "in-doubt/" + holder;
  }

  /** What a holder of collected money owes: the agency's account, or the collector's. An asset. */
  public static String of(Holder holder) {
    return holder.isCollector() ? "collector/" + holder : agency(holder.agencyCode());
  }
}
