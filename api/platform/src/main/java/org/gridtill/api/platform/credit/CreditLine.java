package org.gridtill.api.platform.credit;

import org.gridtill.api.adapter.Money;

/**
 * How much money a holder may hold, and holds.
 *
 * @param holder the agency or collector
 * @param name what people call it
 * @param parentCode the agency above an agency; null for the uppermost, and for collectors
 * @param state whether it may take money
 * @param reason why it is in that state; empty if that needs none
 * @param limit how much it may hold at most beyond its own money
 * @param position its own money paid in less what it has collected and not remitted; an agency's
 *     includes what its collectors and the agencies below it hold. Negative if it holds more than
 *     it has paid in.
 * @param reserved what transactions under way may add to what it holds
 */
public record CreditLine(
    Holder holder,
    String name,
    String parentCode,
    HolderState state,
    String reason,
    Money limit,
    Money position,
    Money reserved) {

  /** Returns how much of the limit is used: what it holds beyond its own money. */
  public Money used() {
    return position.compareTo(Money.ZERO) < 0 ? position.negated() : Money.ZERO;
  }

  /** Returns what is left of its own money (备付金), which is drawn before the limit. */
  public Money ownMoney() {
    return position.compareTo(Money.ZERO) > 0 ? position : Money.ZERO;
  }

  /** Returns what new transactions may still reserve; negative after a cut of the limit. */
  public Money available() {
    return limit.plus(position).minus(reserved);
  }
}
