package org.gridtill.shell;

import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.CreditLine;

/** Looks agencies up for commands. */
final class Agencies {

  private Agencies() {}

  /**
   * Returns the credit line of the agency of that code.
   *
   * @throws IllegalArgumentException if there is none
   */
  static CreditLine require(Credit credit, String code) {
    return credit.find(code).orElseThrow(() -> new IllegalArgumentException("no agency " + code));
  }
}
