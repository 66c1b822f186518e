package org.gridtill.adapter.pos;

import java.util.List;
import java.util.Locale;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.Receivable;

/** A bill statement as the terminal gets it: the months in field 57, name and address in 63. */
final class BillText {

  private static final int MAX_COUNT = 99;
  private static final int MAX_LINES = 33;
  private static final int NAME_BYTES = 60;
  private static final int ADDRESS_BYTES = 120;

  private BillText() {}

  /**
   * Returns how many months are due (2 digits, 99 for more), then the oldest of them, 33 at most:
   * month YYYYMM, energy charge and late penalty, each of 12 digits in fen.
   *
   * @throws IllegalArgumentException if an amount does not fit 12 digits
   */
  static String lines(BillStatement statement) {
    List<Receivable> due = statement.receivables();
    StringBuilder lines = new StringBuilder(digits(Math.min(due.size(), MAX_COUNT), 2));
    for (Receivable month : due.subList(0, Math.min(due.size(), MAX_LINES))) {
      lines
          .append(digits(month.billingMonth().getYear(), 4))
          .append(digits(month.billingMonth().getMonthValue(), 2))
          .append(amount(month.energyCharge()))
          .append(amount(month.latePenalty()));
    }
    return lines.toString();
  }

  /** Returns name and address, each a line. */
  static byte[] nameAndAddress(BillStatement statement) {
    return PosText.lines(
        PosText.encodeLine(statement.name(), NAME_BYTES),
        PosText.encodeLine(statement.address(), ADDRESS_BYTES));
  }

  /**
   * Returns the 12 digits of an amount in fen.
   *
   * @throws IllegalArgumentException if it does not fit
   */
  static String amount(Money amount) {
    return digits(amount.fen(), 12);
  }

  /**
   * Returns a number with zeros on the left.
   *
   * @throws IllegalArgumentException if it is negative or does not fit
   */
  static String digits(long number, int count) {
    String digits = String.format(Locale.ROOT, "%0" + count + "d", number);
    if (number < 0 || digits.length() > count) {
      throw new IllegalArgumentException("a number does not fit " + count + " digits");
    }
    return digits;
  }
}
