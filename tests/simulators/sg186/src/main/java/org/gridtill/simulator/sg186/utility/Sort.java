package org.gridtill.simulator.sg186.utility;

/**
 * What a consumer may do, which follows from the last two digits of its number, so that a script
 * finds each sort without asking.
 */
public enum Sort {
  /** Pays bills in whole, and may prepay: 01 to 60. */
  POST_PAID(60),
  /** Pays bills also in part, and may prepay: 61 to 80. */
  PARTIAL(80),
  /** Buys credit on a card; the account is not open yet: 81 to 90. The last of them has arrears. */
  CARD_METER(90),
  /** Buys credit that is sent to the meter: 91 to 95. The last of them has arrears. */
  REMOTE_METER(95),
  /** Pays bills in whole, and may not prepay, for its bank does: 96 to 00. */
  NO_PREPAYMENT(100);

  private static final int CYCLE = 100;

  private final int last;

  Sort(int last) {
    this.last = last;
  }

  static Sort of(int index) {
    int place = Math.floorMod(index - 1, CYCLE) + 1;
    for (Sort sort : values()) {
      if (place <= sort.last) {
        return sort;
      }
    }
    throw new IllegalStateException();
  }

  /** Tells whether the consumer with that index is the last of its sort within its hundred. */
  static boolean isLast(int index) {
    return Math.floorMod(index - 1, CYCLE) + 1 == of(index).last;
  }

  /** Tells whether the consumer has a prepayment meter. */
  public boolean hasMeter() {
    return this == CARD_METER || this == REMOTE_METER;
  }
}
