package org.gridtill.api.adapter;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money: a whole number of fen (1 yuan = 100 fen), possibly negative.
 *
 * <p>Immutable and safe for use by several threads. Every operation is exact; one that leaves the
 * range of a {@code long} throws {@link ArithmeticException} and never wraps around.
 *
 * @param fen the amount in fen
 */
public record Money(long fen) implements Comparable<Money> {

  /** No money. */
  public static final Money ZERO = new Money(0);

  /** Returns the amount of that many fen. */
  public static Money ofFen(long fen) {
    return fen == 0 ? ZERO : new Money(fen);
  }

  /**
   * Returns the amount that a decimal number of yuan stands for.
   *
   * @param yuan such as {@code 12.34}
   * @throws ArithmeticException if the number has a fraction of a fen or is out of range
   */
  public static Money ofYuan(BigDecimal yuan) {
    return ofFen(yuan.setScale(2, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
  }

  /**
   * Returns the amount that a text such as {@code 12.34} stands for, in yuan.
   *
   * @throws IllegalArgumentException if the text is no decimal number of yuan with at most two
   *     digits after the point
   */
  public static Money parse(String yuan) {
    if (!yuan.matches("-?[0-9]{1,16}(\\.[0-9]{1,2})?")) {
      throw new IllegalArgumentException("not an amount in yuan: " + yuan);
    }
    return ofYuan(new BigDecimal(yuan));
  }

  /** Returns this amount as a decimal number of yuan with two digits after the point. */
  public BigDecimal yuan() {
    return BigDecimal.valueOf(fen, 2);
  }

  /** Returns the sum of this amount and the other. */
  public Money plus(Money other) {
    return ofFen(Math.addExact(fen, other.fen));
  }

  /** Returns this amount less the other. */
  public Money minus(Money other) {
    return ofFen(Math.subtractExact(fen, other.fen));
  }

  /** Returns this amount with the opposite sign. */
  public Money negated() {
    return ofFen(Math.negateExact(fen));
  }

  /** Tells whether this is more than nothing. */
  public boolean isPositive() {
    return fen > 0;
  }

  /** Tells whether this is exactly nothing. */
  public boolean isZero() {
    return fen == 0;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(fen, other.fen);
  }

  /** Returns the amount in yuan, such as {@code 12.34}. */
  @Override
  public String toString() {
    return yuan().toPlainString();
  }
}
