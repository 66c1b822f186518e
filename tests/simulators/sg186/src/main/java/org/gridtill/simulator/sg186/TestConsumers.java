package org.gridtill.simulator.sg186;

/**
 * Numbers of consumers of each sort, so that a test need not search for one. They repeat every
 * hundred: a simulator with ten thousand consumers has hundreds of each. All methods count from 0;
 * the consumers of two counts differ.
 */
public final class TestConsumers {

  private static final long FIRST = 100_000_000L;

  private TestConsumers() {}

  /** Returns one with a card meter that is not open, and without arrears: 9 in a hundred. */
  public static String cardMeter(int nth) {
    return number(nth, 81, 9);
  }

  /** Returns one with a card meter, and with arrears: 1 in a hundred. */
  public static String cardMeterWithArrears(int nth) {
    return number(nth, 90, 1);
  }

  /** Returns one whose meter gets its credit over the air, without arrears: 4 in a hundred. */
  public static String remoteMeter(int nth) {
    return number(nth, 91, 4);
  }

  /** Returns one whose meter gets its credit over the air, with arrears: 1 in a hundred. */
  public static String remoteMeterWithArrears(int nth) {
    return number(nth, 95, 1);
  }

  /** Returns one that pays after use and may pay bills in part: 20 in a hundred. */
  public static String partial(int nth) {
    return number(nth, 61, 20);
  }

  /** Returns one that pays after use and may not prepay: 5 in a hundred. */
  public static String noPrepayment(int nth) {
    return number(nth, 96, 5);
  }

  private static String number(int nth, int first, int inHundred) {
    return String.format("%010d", FIRST + 100L * (nth / inHundred) + first + nth % inHundred);
  }
}
