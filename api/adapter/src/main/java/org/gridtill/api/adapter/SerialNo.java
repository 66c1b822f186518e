package org.gridtill.api.adapter;

/**
 * The serial number (交易流水号) that the platform gives a transaction. No two transactions, payments or
 * reversals, ever share one; every neighbor is asked to be idempotent on it.
 *
 * @param value 12 digits, so that it fits field 37 of ISO 8583
 */
public record SerialNo(String value) implements Comparable<SerialNo> {

  private static final long LIMIT = 1_000_000_000_000L;

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is not 12 digits
   */
  public SerialNo {
    if (!value.matches("[0-9]{12}")) {
      throw new IllegalArgumentException("a serial number is 12 digits: " + value);
    }
  }

  /**
   * Returns the serial number with the given numeric value.
   *
   * @throws IllegalArgumentException if it does not fit 12 digits
   */
  public static SerialNo of(long number) {
    if (number < 0 || number >= LIMIT) {
      throw new IllegalArgumentException("does not fit 12 digits: " + number);
    }
    return new SerialNo(String.format("%012d", number));
  }

  /** Returns the numeric value. */
  public long number() {
    return Long.parseLong(value);
  }

  @Override
  public int compareTo(SerialNo other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
