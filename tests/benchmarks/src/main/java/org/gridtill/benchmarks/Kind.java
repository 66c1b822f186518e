package org.gridtill.benchmarks;

/** What somebody does at a terminal. */
enum Kind {
  BILL_PAYMENT("bill payment"),
  CARD_RECHARGE("card recharge"),
  REMOTE_RECHARGE("remote recharge"),
  BILL_QUERY("bill query"),
  METER_QUERY("meter query"),
  REVERSAL("reversal");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
