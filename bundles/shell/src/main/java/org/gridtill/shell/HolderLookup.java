package org.gridtill.shell;

import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.Holder;

/** Looks agencies and collectors up for commands. */
final class HolderLookup {

  private HolderLookup() {}

  /**
   * Returns the credit line of an agency, such as A001, or a collector, such as A001/C01.
   *
   * @throws IllegalArgumentException if there is none
   */
  static CreditLine require(Credit credit, String code) {
    Holder holder = Holder.parse(code);
    return credit
        .find(holder)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    (holder.isCollector() ? "no collector " : "no agency ") + holder));
  }

  /**
   * Returns the credit line of an agency.
   *
   * @throws IllegalArgumentException if there is none
   */
  static CreditLine requireAgency(Credit credit, String code) {
    return require(credit, Holder.agency(code).toString());
  }

  /** Returns how a holder is, for the audit trail; null if there is none or nobody knows. */
  static String state(Credit credit, String code) {
    try {
      return credit == null || code == null
          ? null
          : credit.find(Holder.parse(code)).map(HolderLookup::words).orElse(null);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String words(CreditLine line) {
    return line.state()
        + (line.reason().isEmpty() ? "" : " (" + line.reason() + ")")
        + ", limit "
        + line.limit()
        + (line.parentCode() == null ? "" : ", under " + line.parentCode());
  }
}
