package org.gridtill.adapter.pos;

import org.gridtill.api.adapter.billing.MeterAccount;

/** A meter account as the terminal gets it: the figures in field 56, the words in 63. */
final class MeterText {

  private static final int COUNT_DIGITS = 10;
  private static final int NAME_BYTES = 60;
  private static final int ADDRESS_BYTES = 120;
  private static final int OBSTACLE_BYTES = 200;

  private MeterText() {}

  /**
   * Returns three flags (over the air, opened, may buy: 0 or 1), the purchase count (10 digits),
   * the pending amount, the least and the most that may be bought, the arrears (12 digits each, in
   * fen), and the meter's number.
   *
   * @throws IllegalArgumentException if a number does not fit
   */
  static String figures(MeterAccount account) {
    return flag(account.remote())
        + flag(account.opened())
        + flag(account.mayBuy())
        + BillText.digits(account.purchaseCount(), COUNT_DIGITS)
        + BillText.amount(account.pendingAmount())
        + BillText.amount(account.minPurchase())
        + BillText.amount(account.maxPurchase())
        + BillText.amount(account.arrears())
        + account.meterNo();
  }

  /** Returns name, address, and why nothing may be bought, each a line. */
  static byte[] words(MeterAccount account) {
    return PosText.lines(
        PosText.encodeLine(account.name(), NAME_BYTES),
        PosText.encodeLine(account.address(), ADDRESS_BYTES),
        PosText.encodeLine(account.obstacle(), OBSTACLE_BYTES));
  }

  private static String flag(boolean flag) {
    return flag ? "1" : "0";
  }
}
